import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { formatMoney } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { Ranking } from './ranking.tsx'
import { RankingSection } from './ranking-section.tsx'
import type { ReportPeriod } from './report-period.ts'
import { topBuyersQuery } from './report-queries.ts'

export const TopBuyers = ({ period }: { period: ReportPeriod }) => (
  <RankingSection what="buyers" period={period} beside>
    <Buyers period={period} />
  </RankingSection>
)

function Buyers({ period }: { period: ReportPeriod }) {
  const { t } = useTranslation('reports')
  const { id } = useAccount()
  const { items, pages } = useItems(topBuyersQuery(id, period))
  const ranked = items.map(({ buyer, name, orders, spent, currency }) => ({
    key: buyer,
    name: (
      <Text size="sm" className="stagedoor-breaks" {...(!name && { c: 'dimmed' })}>
        {name ?? t('deleted')}
      </Text>
    ),
    about: t('buyers.bought', { count: orders }),
    amount: formatMoney(spent, currency),
  }))
  return <Ranking label={t('buyers.title')} ranked={ranked} pages={pages} />
}
