import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/copy-field.tsx'

/** The copied link, with a note: it makes its user a member, but proves no address. */
export function CopiedInviteLink({ email, url }: { email: string; url: string }) {
  const { t } = useTranslation('team')
  return (
    <CopyField
      label={t('pending.link', { email })}
      description={t('pending.linkNote', { email })}
      value={url}
    />
  )
}
