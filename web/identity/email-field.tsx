import { TextInput, type TextInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The e-mail address for signing in. `readOnly` if an invitation determines it. */
export function EmailField(props: TextInputProps) {
  const { t } = useTranslation('identity')
  return (
    <TextInput
      type="email"
      name="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      label={t('fields.email')}
      {...props}
    />
  )
}
