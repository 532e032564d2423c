import { Button, PasswordInput, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Section } from '../shell/section.tsx'
import { useMe } from '../shell/session.ts'
import { tell } from '../shell/told.ts'

const shortest = 10

/** The person's own password, which is also that of the account they own: one way in, two addresses. */
export function PasswordSection() {
  const { t } = useTranslation('account')
  const { person, accounts } = useMe()
  const queries = useQueryClient()
  const own = accounts.find(({ role }) => role === 'owner')
  const { form, submit, problem, busy, reset } = useProblemForm({
    initialValues: { current: '', new: '' },
    validate: (values) => ({
      current: values.current === '' ? t('password.missing') : null,
      new: values.new.length < shortest ? t('password.tooShort') : null,
    }),
    send: (input) =>
      own
        ? call('POST /accounts/:account/password', { params: { account: own.id }, input })
        : call('POST /me/password', { input }),
    done: () => {
      tell(t('password.saved'), t('password.savedMore'))
      reset()
      return queries.invalidateQueries({ queryKey: ['sessions'] })
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
            maxLength={128}
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
