import { useTranslation } from 'react-i18next'
import { LinkButton } from './links.tsx'
import { PublicPage } from './public-page.tsx'

export function NotFound() {
  const { t } = useTranslation('shell')
  return (
    <PublicPage title={t('notFound.title')} lead={t('notFound.text')}>
      <LinkButton to="/" variant="default">
        {t('notFound.back')}
      </LinkButton>
    </PublicPage>
  )
}
