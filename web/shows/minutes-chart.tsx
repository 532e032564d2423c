import '@mantine/charts/styles.css'
import { CompositeChart } from '@mantine/charts'
import { Box } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { clockTime, count } from '../formats.ts'
import { money, roundMoney } from '../money.ts'
import type { Report } from './shows.ts'

/** To look at: what it shows is read in the table. Sales stand on the left, viewers on the right. */
export function MinutesChart({ report: { minutes, currency } }: { report: Report }) {
  const { t } = useTranslation('reports')
  const data = minutes.map(({ minute, viewers, items }) => ({ minute, viewers, items }))
  return (
    <Box role="img" aria-label={t('show.chart')}>
      <CompositeChart
        h="var(--stagedoor-chart)"
        data={data}
        dataKey="minute"
        withLegend
        withDots={false}
        curveType="linear"
        series={[
          { name: 'items', label: t('show.items'), color: 'var(--stagedoor-bar)', type: 'bar' },
          {
            name: 'viewers',
            label: t('show.viewers'),
            color: 'var(--mantine-color-text)',
            type: 'line',
            yAxisId: 'right',
          },
        ]}
        tickLine="none"
        gridAxis="x"
        maxBarWidth={24}
        withRightYAxis
        xAxisProps={{ tickFormatter: (minute: string) => clockTime(minute), minTickGap: 24 }}
        yAxisProps={{ width: 'auto', tickCount: 4, tickFormatter: (amount) => roundMoney(amount, currency) }}
        rightYAxisProps={{ width: 'auto', tickCount: 4, allowDecimals: false }}
        tooltipProps={{
          labelFormatter: (minute) => typeof minute === 'string' && clockTime(minute),
          formatter: (value, name) =>
            name === 'items' ? money(Number(value), currency) : count(Number(value)),
        }}
        barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
        lineProps={{ isAnimationActive: false }}
      />
    </Box>
  )
}
