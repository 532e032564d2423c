import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Given = PasswordInputProps & { use: 'current-password' | 'new-password' }

/** A password field, whose text can be shown and which password managers recognise. */
export function PasswordField({ use, ...props }: Given) {
  const { t } = useTranslation('identity')
  return (
    <PasswordInput
      name="password"
      autoComplete={use}
      label={t('fields.password')}
      {...(use === 'new-password' && { description: t('fields.passwordHint') })}
      visibilityToggleButtonProps={{
        'aria-label': t('fields.showPassword'),
        tabIndex: 0,
        'aria-hidden': false,
      }}
      {...props}
    />
  )
}
