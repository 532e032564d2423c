import { Button, PasswordInput, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { identityLimits } from '../../../src/identity/vocabulary.ts'
import { callApi } from '../../data/api.ts'
import { meKeys } from '../../data/query-keys.ts'
import { useMe } from '../../session/me-queries.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useProblemForm } from '../../ui/use-problem-form.ts'

/**
 * The person's own password, which is also the password of the account that they own. It can be changed in two
 * places.
 */
export function PasswordSection() {
  const { t } = useTranslation('account')
  const { person, accounts } = useMe()
  const queries = useQueryClient()
  const own = accounts.find(({ role }) => role === 'owner')
  const { form, submit, problem, busy, reset } = useProblemForm({
    initialValues: { current: '', new: '' },
    validate: (values) => ({
      current: values.current === '' ? t('password.missing') : null,
      new: values.new.length < identityLimits.password.min ? t('password.tooShort') : null,
    }),
    send: (input) =>
      own
        ? callApi('POST /accounts/:account/password', { params: { account: own.id }, input })
        : callApi('POST /me/password', { input }),
    done: () => {
      showToast(t('password.saved'), t('password.savedMore'))
      reset()
      return queries.invalidateQueries({ queryKey: meKeys.sessions() })
    },
  })
  return (
    <Section title={t('password.title')} text={t('password.text')}>
      <form onSubmit={submit} noValidate>
        <Stack align="flex-start">
          <input type="text" autoComplete="username" value={person.email} readOnly hidden />
          <PasswordInput
            w="100%"
            label={t('password.current')}
            autoComplete="current-password"
            {...form.getInputProps('current')}
          />
          <PasswordInput
            w="100%"
            label={t('password.new')}
            description={t('password.hint')}
            autoComplete="new-password"
            maxLength={identityLimits.password.max}
            {...form.getInputProps('new')}
          />
          <ProblemAlert problem={problem} />
          <Button type="submit" variant="default" loading={busy}>
            {t('password.save')}
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
