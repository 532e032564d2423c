import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isNotFound } from '../data/api.ts'
import { PageError } from '../layout/page-error.tsx'
import { PublicPage } from '../layout/public-page.tsx'
import { LinkButton } from '../ui/links.tsx'

/** Shown instead of a show: says that there is no such show, and links to the others. */
export function PublicShowError({ error }: ErrorComponentProps) {
  const { t } = useTranslation('explore')
  if (!isNotFound(error)) return <PageError error={error} />
  return (
    <PublicPage title={t('gone.title')} lead={t('gone.text')}>
      <LinkButton to="/shows" variant="default">
        {t('gone.back')}
      </LinkButton>
    </PublicPage>
  )
}
