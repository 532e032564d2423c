import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../shell/links.tsx'
import { PublicPage } from '../shell/public-page.tsx'

/** The receipt of a refusal. */
export function Declined({ inviter }: { inviter: string }) {
  const { t } = useTranslation('invite')
  return (
    <PublicPage title={t('answer.declined')}>
      <Text role="status">{t('answer.declinedBody', { inviter })}</Text>
      <LinkButton to="/dashboard">{t('next.dashboard')}</LinkButton>
    </PublicPage>
  )
}
