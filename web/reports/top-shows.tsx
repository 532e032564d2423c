import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { formatDate } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { Ranking } from './ranking.tsx'
import { RankingSection } from './ranking-section.tsx'
import type { ReportPeriod } from './report-period.ts'
import { topShowsQuery } from './report-queries.ts'

/** The shows of the period, the latest first, with their sales. Shows nothing if there are none. */
export function TopShows({ period }: { period: ReportPeriod }) {
  const { t } = useTranslation('reports')
  const { id: account } = useAccount()
  const { items: shows, pages } = useItems(topShowsQuery(account, period))
  const ranked = shows.map(({ show, title, startedAt, peak, orders, items, currency }) => ({
    key: show,
    name: (
      <LinkAnchor
        to="/dashboard/$account/shows/$show/report"
        params={{ account, show }}
        size="sm"
        c="bright"
        className="stagedoor-breaks"
      >
        {title}
      </LinkAnchor>
    ),
    about: [
      startedAt && formatDate(startedAt),
      t('shows.peak', { count: peak }),
      t('buyers.bought', { count: orders }),
    ]
      .filter(Boolean)
      .join(' · '),
    amount: formatMoney(items, currency),
  }))
  if (ranked.length === 0) return null
  return (
    <RankingSection what="shows" period={period}>
      <Ranking label={t('shows.title')} ranked={ranked} pages={pages} />
    </RankingSection>
  )
}
