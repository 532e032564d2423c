import { type ErrorComponentProps, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isNotFound } from '../data/api.ts'
import { PageError } from '../layout/page-error.tsx'
import { PublicPage } from '../layout/public-page.tsx'
import { LinkButton } from '../ui/links.tsx'

/** Shown instead of a shop: says that there is none of this name, and offers the start page. */
export function ShopError({ error }: ErrorComponentProps) {
  const { t } = useTranslation('shop')
  if (!isNotFound(error)) return <PageError error={error} />
  return (
    <PublicPage title={t('gone.shop')} lead={t('gone.shopText')}>
      <LinkButton to="/" variant="default">
        {t('gone.start')}
      </LinkButton>
    </PublicPage>
  )
}

/** Shown instead of a product: says that it is not on sale (any more), and offers its shop. */
export function ShopProductError({ error }: ErrorComponentProps) {
  const { t } = useTranslation('shop')
  const { username } = useParams({ from: '/shops/$username/products/$product' })
  if (!isNotFound(error)) return <PageError error={error} />
  return (
    <PublicPage title={t('gone.product')} lead={t('gone.productText')}>
      <LinkButton to="/shops/$username" params={{ username }} variant="default">
        {t('gone.back')}
      </LinkButton>
    </PublicPage>
  )
}
