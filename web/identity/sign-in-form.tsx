import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api.ts'
import { auth } from '../auth.ts'
import { useProblemForm } from '../shell/form.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { useChecks } from './checks.ts'
import { EmailField } from './email-field.tsx'
import { PasswordField } from './password-field.tsx'
import { Unproven } from './unproven.tsx'

type Given = {
  /** The address that an invitation is for; then it cannot be changed. */
  invited?: string
  /** Signed in, or, where a second step is asked for, on the way to it. */
  done: (isSecondStepAsked: boolean) => unknown
}

export function SignInForm({ invited, done }: Given) {
  const { t } = useTranslation('identity')
  const checks = useChecks()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { email: invited ?? '', password: '' },
    validate: ({ email, password }) => ({ email: checks.email(email), password: checks.password(password) }),
    send: (typed) => auth('sign-in/email', typed),
    done: ({ twoFactorRedirect }) => done(twoFactorRedirect === true),
  })
  const mayBeUnproven = problem instanceof Problem && problem.code === 'invalid_email_or_password'
  return (
    <Stack>
      <form onSubmit={submit} noValidate>
        <Stack>
          <EmailField readOnly={invited !== undefined} {...form.getInputProps('email')} />
          <PasswordField use="current-password" {...form.getInputProps('password')} />
          <LinkAnchor to="/forgot-password" size="sm">
            {t('signIn.forgot')}
          </LinkAnchor>
          <ProblemAlert problem={problem} />
          <Button type="submit" loading={busy}>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
      {mayBeUnproven && <Unproven email={form.values.email} />}
    </Stack>
  )
}
