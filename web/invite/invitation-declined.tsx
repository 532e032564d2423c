import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PublicPage } from '../layout/public-page.tsx'
import { LinkButton } from '../ui/links.tsx'

/** Confirms that the invitation was declined. */
export function InvitationDeclined({ inviter }: { inviter: string }) {
  const { t } = useTranslation('invite')
  return (
    <PublicPage title={t('answer.declined')}>
      <Text role="status">{t('answer.declinedBody', { inviter })}</Text>
      <LinkButton to="/dashboard">{t('next.dashboard')}</LinkButton>
    </PublicPage>
  )
}
