import { TextInput, type TextInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The address that somebody signs in with; `readOnly` where an invitation has settled it. */
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
