import { useTranslation } from 'react-i18next'
import { LinkButton } from '../ui/links.tsx'
import { PublicPage } from './public-page.tsx'

export function NotFoundPage() {
  const { t } = useTranslation('layout')
  return (
    <PublicPage title={t('notFound.title')} lead={t('notFound.text')}>
      <LinkButton to="/" variant="default">
        {t('notFound.back')}
      </LinkButton>
    </PublicPage>
  )
}
