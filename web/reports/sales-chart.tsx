import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { Box } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isoDay } from '../i18n/days.ts'
import { formatMoney, formatMoneyShort } from '../i18n/money.ts'
import { fullIntervalLabel, shortIntervalLabel } from './interval-labels.ts'
import type { SalesBucket, SalesInterval } from './sales-buckets.ts'

type Given = { buckets: SalesBucket[]; step: SalesInterval; currency: string }

const labelOf = (day: string | undefined, step: SalesInterval) => day && fullIntervalLabel(day, step)

/** A chart, hidden from screen readers: the table has the same figures. */
export function SalesChart({ buckets, step, currency }: Given) {
  const { t } = useTranslation('reports')
  const data = buckets.map(({ begins, gross }) => ({ begins, gross }))
  return (
    <Box role="img" aria-label={t('chart.label')}>
      <BarChart
        h="var(--stagedoor-chart)"
        data={data}
        dataKey="begins"
        series={[{ name: 'gross', label: t('figures.gross'), color: 'var(--stagedoor-bar)' }]}
        valueFormatter={(amount) => formatMoney(amount, currency)}
        tickLine="none"
        gridAxis="x"
        maxBarWidth={40}
        xAxisProps={{ tickFormatter: (day: string) => shortIntervalLabel(day, step), minTickGap: 16 }}
        yAxisProps={{
          width: 'auto',
          tickCount: 4,
          tickFormatter: (amount) => formatMoneyShort(amount, currency),
        }}
        tooltipProps={{ labelFormatter: (label) => labelOf(isoDay(label), step) }}
        barChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 0, bottom: 0, left: 10 } }}
        barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
      />
    </Box>
  )
}
