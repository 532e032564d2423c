import { EmptyState, Stack } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { KeyFigures } from '../ui/key-figures.tsx'
import { type ShowReport, showReportQuery } from './show-queries.ts'
import { ShowReportChart } from './show-report-chart.tsx'
import { ShowReportTable } from './show-report-table.tsx'
import { useOpenShowParams } from './use-open-show.ts'

/** Viewers and sales of a show, minute by minute, for members who may see reports. */
export function ShowReportPage() {
  const { t } = useTranslation('reports')
  const { data } = useSuspenseQuery(showReportQuery(...useOpenShowParams()))
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
      <ShowReportChart report={data} />
      <ShowReportTable report={data} />
    </Stack>
  )
}

function Sums({ report: { peak, orders, items, shipping, currency } }: { report: ShowReport }) {
  const { t } = useTranslation('reports')
  const figures = [
    { label: t('show.peak'), value: formatNumber(peak), hint: t('show.peakHint') },
    { label: t('show.orders'), value: formatNumber(orders), hint: t('show.ordersHint') },
    { label: t('show.items'), value: formatMoney(items, currency), hint: t('show.itemsHint') },
    { label: t('show.shipping'), value: formatMoney(shipping, currency), hint: t('show.shippingHint') },
  ]
  return <KeyFigures label={t('show.label')} figures={figures} cols={{ base: 2, md: 4 }} />
}
