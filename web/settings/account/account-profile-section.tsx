import { Button, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { identityLimits } from '../../../src/identity/vocabulary.ts'
import { type Answer, callApi } from '../../data/api.ts'
import { accountSettingsKeys, meKeys } from '../../data/query-keys.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useProblemForm } from '../../ui/use-problem-form.ts'

/** The account's name and username. Only its Owner can change them. */
export function AccountProfileSection({ account }: { account: Answer<'GET /accounts/:account'> }) {
  const { t } = useTranslation(['account', 'layout'])
  const queries = useQueryClient()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { name: account.name, username: account.username },
    send: ({ name, username }) =>
      callApi('PATCH /accounts/:account', {
        params: { account: account.id },
        input: { ...(name !== account.name && { name }), ...(username !== account.username && { username }) },
      }),
    done: () => {
      showToast(t('profile.saved'))
      return Promise.all([
        queries.invalidateQueries({ queryKey: meKeys.one() }),
        queries.invalidateQueries({ queryKey: accountSettingsKeys.one(account.id) }),
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
            maxLength={identityLimits.name}
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
            maxLength={identityLimits.username.max}
            required
            {...form.getInputProps('username')}
          />
          <ProblemAlert problem={problem} />
          <Button type="submit" variant="default" disabled={!form.isDirty()} loading={busy}>
            {t('layout:form.save')}
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
