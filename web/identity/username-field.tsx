import { TextInput, type TextInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useIdentityChecks } from './use-identity-checks.ts'

type Given = TextInputProps & { value: string }

/** A field for the username, which is checked while it is typed. That it is too short is said only on sending. */
export function UsernameField({ value, error, ...props }: Given) {
  const { t } = useTranslation('identity')
  const checks = useIdentityChecks()
  const isBeingTyped = value.length < 3
  const fault = checks.username(isBeingTyped ? value.padEnd(3, '0') : value)
  return (
    <TextInput
      name="username"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      leftSection="@"
      label={t('fields.username')}
      description={t('fields.usernameHint')}
      value={value}
      error={error ?? (value !== '' && fault)}
      {...props}
    />
  )
}
