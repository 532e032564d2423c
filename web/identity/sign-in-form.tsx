import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../data/api.ts'
import { callAuth } from '../data/auth-api.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useProblemForm } from '../ui/use-problem-form.ts'
import { EmailField } from './email-field.tsx'
import { PasswordField } from './password-field.tsx'
import { UnconfirmedEmail } from './unconfirmed-email.tsx'
import { useIdentityChecks } from './use-identity-checks.ts'

type Given = {
  /** The address that an invitation is for. It cannot be changed then. */
  invited?: string
  /** Called when the person is signed in, or when a second step is required. */
  done: (isSecondStepAsked: boolean) => unknown
}

export function SignInForm({ invited, done }: Given) {
  const { t } = useTranslation('identity')
  const checks = useIdentityChecks()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { email: invited ?? '', password: '' },
    validate: ({ email, password }) => ({ email: checks.email(email), password: checks.password(password) }),
    send: (typed) => callAuth('sign-in/email', typed),
    done: ({ twoFactorRedirect }) => done(twoFactorRedirect === true),
  })
  const mayBeUnproven = problem instanceof ApiProblem && problem.code === 'invalid_email_or_password'
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
      {mayBeUnproven && <UnconfirmedEmail email={form.values.email} />}
    </Stack>
  )
}
