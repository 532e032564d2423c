import { useTranslation } from 'react-i18next'
import { Problem } from '../api.ts'
import { LinkButton } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { PublicPage } from '../shell/public-page.tsx'

/** What is not there, with a way on: to the shop, where it is a product of one. */
export function Gone({ problem, retry, shop }: { problem: Error; retry: () => void; shop?: string }) {
  const { t } = useTranslation('shop')
  const isGone = problem instanceof Problem && problem.status === 404
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
