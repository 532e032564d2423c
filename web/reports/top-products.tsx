import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { formatMoney } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { Ranking } from './ranking.tsx'
import { RankingSection } from './ranking-section.tsx'
import type { ReportPeriod } from './report-period.ts'
import { topProductsQuery } from './report-queries.ts'

export const TopProducts = ({ period }: { period: ReportPeriod }) => (
  <RankingSection what="products" period={period} beside>
    <Products period={period} />
  </RankingSection>
)

function Products({ period }: { period: ReportPeriod }) {
  const { t } = useTranslation('reports')
  const { id: account } = useAccount()
  const { items, pages } = useItems(topProductsQuery(account, period))
  const ranked = items.map(({ product, title, quantity, revenue, currency }) => ({
    key: product,
    name: (
      <LinkAnchor
        to="/dashboard/$account/inventory/$product"
        params={{ account, product }}
        size="sm"
        c="bright"
        className="stagedoor-breaks"
      >
        {title}
      </LinkAnchor>
    ),
    about: t('products.sold', { count: quantity }),
    amount: formatMoney(revenue, currency),
  }))
  return <Ranking label={t('products.title')} ranked={ranked} pages={pages} />
}
