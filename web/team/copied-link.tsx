import { useTranslation } from 'react-i18next'
import { CopyField } from '../shell/copy-field.tsx'

/** The link, with what it is worth: it joins, but proves no address. */
export function CopiedLink({ email, url }: { email: string; url: string }) {
  const { t } = useTranslation('team')
  return (
    <CopyField
      label={t('pending.link', { email })}
      description={t('pending.linkNote', { email })}
      value={url}
    />
  )
}
