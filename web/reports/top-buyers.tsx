import { Text } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { DownloadCsv } from './download-csv.tsx'
import { asQuery, type Period } from './period.ts'
import { Ranking } from './ranking.tsx'
import { buyersOf } from './reports.ts'
import { WideSection } from './wide-section.tsx'

export function TopBuyers({ period }: { period: Period }) {
  const { t } = useTranslation('reports')
  return (
    <WideSection
      beside
      title={t('buyers.title')}
      text={t('buyers.text')}
      actions={<DownloadCsv what="buyers" query={asQuery(period)} />}
    >
      <Buyers period={period} />
    </WideSection>
  )
}

function Buyers({ period }: { period: Period }) {
  const { t } = useTranslation('reports')
  const { id } = useAccount()
  const query = useInfiniteQuery({ ...buyersOf(id, period), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const ranked = query.data.pages
    .flatMap(({ items }) => items)
    .map(({ buyer, name, orders, spent, currency }) => ({
      key: buyer,
      name: (
        <Text size="sm" className="stagedoor-breaks" {...(!name && { c: 'dimmed' })}>
          {name ?? t('deleted')}
        </Text>
      ),
      about: t('buyers.bought', { count: orders }),
      amount: money(spent, currency),
    }))
  return <Ranking label={t('buyers.title')} ranked={ranked} query={query} />
}
