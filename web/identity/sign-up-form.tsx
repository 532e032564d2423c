import { Button, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useProblemForm } from '../ui/use-problem-form.ts'
import { EmailField } from './email-field.tsx'
import { PasswordField } from './password-field.tsx'
import type { SignUpInput } from './request-sign-up.ts'
import { useIdentityChecks } from './use-identity-checks.ts'
import { suggestUsername } from './username.ts'
import { UsernameField } from './username-field.tsx'

type Given = {
  /** What was typed before, if the person comes back to change something. */
  initial?: SignUpInput
  /** The address that an invitation is for. It cannot be changed then. */
  invited?: string
  usernameHint?: string
  label: string
  send: (wish: SignUpInput) => Promise<void>
}

const blank: SignUpInput = { name: '', email: '', username: '', password: '' }

export function SignUpForm({ initial = blank, invited, usernameHint, label, send }: Given) {
  const { t } = useTranslation('identity')
  const checks = useIdentityChecks()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { ...initial, ...(invited && { email: invited }) },
    validate: ({ name, email, username, password }) => ({
      name: checks.name(name),
      email: checks.email(email),
      username: checks.username(username),
      password: checks.newPassword(password),
    }),
    send,
  })
  const rename = (next: string) => {
    const { name, username } = form.getValues()
    if (username === suggestUsername(name)) form.setFieldValue('username', suggestUsername(next))
    form.setFieldValue('name', next)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          name="name"
          autoComplete="name"
          label={t('fields.name')}
          description={t('fields.nameHint')}
          {...form.getInputProps('name')}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <EmailField readOnly={invited !== undefined} {...form.getInputProps('email')} />
        <UsernameField
          {...form.getInputProps('username')}
          {...(usernameHint && { description: usernameHint })}
          value={form.values.username}
          onChange={(event) => form.setFieldValue('username', event.currentTarget.value.toLowerCase())}
        />
        <PasswordField use="new-password" {...form.getInputProps('password')} />
        <ProblemAlert problem={problem} />
        <Button type="submit" loading={busy}>
          {label}
        </Button>
      </Stack>
    </form>
  )
}
