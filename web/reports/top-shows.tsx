import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { day } from '../formats.ts'
import { money } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { DownloadCsv } from './download-csv.tsx'
import { asQuery, type Period } from './period.ts'
import { Ranking } from './ranking.tsx'
import { showsOf } from './reports.ts'
import { WideSection } from './wide-section.tsx'

/** The shows of the period, the latest first, with what each sold. None: nothing is said of them. */
export function TopShows({ period }: { period: Period }) {
  const { t } = useTranslation('reports')
  const { id: account } = useAccount()
  const query = useInfiniteQuery({ ...showsOf(account, period), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton of={2} />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const ranked = query.data.pages
    .flatMap(({ items }) => items)
    .map(({ show, title, startedAt, peak, orders, items, currency }) => ({
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
        startedAt && day(startedAt),
        t('shows.peak', { count: peak }),
        t('buyers.bought', { count: orders }),
      ]
        .filter(Boolean)
        .join(' · '),
      amount: money(items, currency),
    }))
  if (ranked.length === 0) return null
  return (
    <WideSection
      title={t('shows.title')}
      text={t('shows.text')}
      actions={<DownloadCsv what="shows" query={asQuery(period)} />}
    >
      <Ranking label={t('shows.title')} ranked={ranked} query={query} />
    </WideSection>
  )
}
