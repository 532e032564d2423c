import { Button, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Section } from '../shell/section.tsx'
import { useMe } from '../shell/session.ts'
import { tell } from '../shell/told.ts'

export function YouSection() {
  const { t } = useTranslation(['account', 'shell'])
  const { person } = useMe()
  const queries = useQueryClient()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { name: person.name },
    send: (input) => call('PATCH /me', { input }),
    done: (_, { name }) => {
      tell(t('you.saved'))
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
            maxLength={80}
            required
            {...form.getInputProps('name')}
          />
          <TextInput w="100%" label={t('you.email')} value={person.email} readOnly variant="filled" />
          <ProblemAlert problem={problem} />
          <Button type="submit" variant="default" disabled={!form.isDirty()} loading={busy}>
            {t('shell:form.save')}
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
