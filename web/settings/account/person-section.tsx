import { Button, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { identityLimits } from '../../../src/identity/vocabulary.ts'
import { callApi } from '../../data/api.ts'
import { useMe } from '../../session/me-queries.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useProblemForm } from '../../ui/use-problem-form.ts'

export function PersonSection() {
  const { t } = useTranslation(['account', 'layout'])
  const { person } = useMe()
  const queries = useQueryClient()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { name: person.name },
    send: (input) => callApi('PATCH /me', { input }),
    done: (_, { name }) => {
      showToast(t('you.saved'))
      form.resetDirty({ name })
      return queries.invalidateQueries()
    },
  })
  return (
    <Section title={t('you.title')}>
      <form onSubmit={submit}>
        <Stack align="flex-start">
          <TextInput
            w="100%"
            label={t('you.name')}
            description={t('you.nameHint')}
            autoComplete="name"
            maxLength={identityLimits.name}
            required
            {...form.getInputProps('name')}
          />
          <TextInput w="100%" label={t('you.email')} value={person.email} readOnly variant="filled" />
          <ProblemAlert problem={problem} />
          <Button type="submit" variant="default" disabled={!form.isDirty()} loading={busy}>
            {t('layout:form.save')}
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
