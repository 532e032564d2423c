import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { Box } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { money, roundMoney } from '../money.ts'
import type { Bucket, Step } from './buckets.ts'
import { isDay } from './days.ts'
import { fullName, shortName } from './step-names.ts'

type Given = { buckets: Bucket[]; step: Step; currency: string }

/** To look at: what it shows is read in the table. */
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
        valueFormatter={(amount) => money(amount, currency)}
        tickLine="none"
        gridAxis="x"
        maxBarWidth={40}
        xAxisProps={{ tickFormatter: (day: string) => shortName(day, step), minTickGap: 16 }}
        yAxisProps={{ width: 'auto', tickCount: 4, tickFormatter: (amount) => roundMoney(amount, currency) }}
        tooltipProps={{ labelFormatter: (day) => isDay(day) && fullName(day, step) }}
        barChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 0, bottom: 0, left: 10 } }}
        barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
      />
    </Box>
  )
}
