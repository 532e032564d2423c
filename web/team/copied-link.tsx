import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../shell/copy-text.tsx'

/** The link, with what it is worth: it joins, but proves no address. */
export function CopiedLink({ email, url }: { email: string; url: string }) {
  const { t } = useTranslation('team')
  return (
    <TextInput
      readOnly
      label={t('pending.link', { email })}
      description={t('pending.linkNote', { email })}
      value={url}
      onFocus={({ currentTarget }) => currentTarget.select()}
      rightSectionWidth="auto"
      rightSection={<CopyText value={url} />}
    />
  )
}
