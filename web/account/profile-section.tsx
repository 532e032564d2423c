import { Button, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Answer, call } from '../api.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Section } from '../shell/section.tsx'
import { tell } from '../shell/told.ts'

/** The account's name and username: its Owner's alone. */
export function ProfileSection({ account }: { account: Answer<'GET /accounts/:account'> }) {
  const { t } = useTranslation(['account', 'shell'])
  const queries = useQueryClient()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { name: account.name, username: account.username },
    send: ({ name, username }) =>
      call('PATCH /accounts/:account', {
        params: { account: account.id },
        input: { ...(name !== account.name && { name }), ...(username !== account.username && { username }) },
      }),
    done: () => {
      tell(t('profile.saved'))
      return Promise.all([
        queries.invalidateQueries({ queryKey: ['me'] }),
        queries.invalidateQueries({ queryKey: [account.id, 'account'] }),
      ])
    },
  })
  const isRenamed = form.values.username !== account.username
  return (
    <Section title={t('profile.title')}>
      <form onSubmit={submit}>
        <Stack align="flex-start">
          <TextInput
            w="100%"
            label={t('profile.name')}
            maxLength={80}
            required
            {...form.getInputProps('name')}
          />
          <TextInput
            w="100%"
            label={t('profile.username')}
            description={
              isRenamed ? t('profile.warning', { username: account.username }) : t('profile.usernameHint')
            }
            leftSection="@"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={30}
            required
            {...form.getInputProps('username')}
          />
          <ProblemAlert problem={problem} />
          <Button type="submit" variant="default" disabled={!form.isDirty()} loading={busy}>
            {t('shell:form.save')}
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
