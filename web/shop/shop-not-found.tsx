import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../data/api.ts'
import { PublicPage } from '../layout/public-page.tsx'
import { LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'

/** Says that there is no such shop or product, and offers other pages: for a product, its shop. */
export function ShopNotFound({ problem, retry, shop }: { problem: Error; retry: () => void; shop?: string }) {
  const { t } = useTranslation('shop')
  const isGone = problem instanceof ApiProblem && problem.status === 404
  if (!isGone) {
    return (
      <PublicPage title={t('products')}>
        <ProblemAlert problem={problem} retry={retry} />
      </PublicPage>
    )
  }
  if (shop) {
    return (
      <PublicPage title={t('gone.product')} lead={t('gone.productText')}>
        <LinkButton to="/shops/$username" params={{ username: shop }} variant="default">
          {t('gone.back')}
        </LinkButton>
      </PublicPage>
    )
  }
  return (
    <PublicPage title={t('gone.shop')} lead={t('gone.shopText')}>
      <LinkButton to="/" variant="default">
        {t('gone.start')}
      </LinkButton>
    </PublicPage>
  )
}
