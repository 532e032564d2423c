import { EmptyState, Stack } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { money } from '../money.ts'
import { Figures } from '../reports/figures.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { MinutesChart } from './minutes-chart.tsx'
import { MinutesTable } from './minutes-table.tsx'
import { type Report, reportOf } from './shows.ts'
import { useShowId } from './use-shown.ts'

/** Who watched a show and what it sold, minute by minute: for those who see the reports. */
export function ShowReportPage() {
  const { t } = useTranslation('reports')
  const { data, error, refetch } = useQuery(reportOf(...useShowId()))
  if (!data) return error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton />
  if (data.minutes.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconChartBar aria-hidden />}
        title={t('show.empty.title')}
        description={t('show.empty.text')}
      />
    )
  }
  return (
    <Stack gap="xl">
      <Sums report={data} />
      <MinutesChart report={data} />
      <MinutesTable report={data} />
    </Stack>
  )
}

function Sums({ report: { peak, orders, items, shipping, currency } }: { report: Report }) {
  const { t } = useTranslation('reports')
  const figures = [
    { label: t('show.peak'), value: count(peak), hint: t('show.peakHint') },
    { label: t('show.orders'), value: count(orders), hint: t('show.ordersHint') },
    { label: t('show.items'), value: money(items, currency), hint: t('show.itemsHint') },
    { label: t('show.shipping'), value: money(shipping, currency), hint: t('show.shippingHint') },
  ]
  return <Figures label={t('show.label')} figures={figures} cols={{ base: 2, md: 4 }} />
}
