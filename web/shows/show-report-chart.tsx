import '@mantine/charts/styles.css'
import { CompositeChart } from '@mantine/charts'
import { Box } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber, formatTime } from '../i18n/formats.ts'
import { formatMoney, formatMoneyShort } from '../i18n/money.ts'
import type { ShowReport } from './show-queries.ts'

/**
 * A chart, hidden from screen readers: the table has the same figures. Sales are on the left axis, viewers on the
 * right one.
 */
export function ShowReportChart({ report: { minutes, currency } }: { report: ShowReport }) {
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
        xAxisProps={{ tickFormatter: (minute: string) => formatTime(minute), minTickGap: 24 }}
        yAxisProps={{
          width: 'auto',
          tickCount: 4,
          tickFormatter: (amount) => formatMoneyShort(amount, currency),
        }}
        rightYAxisProps={{ width: 'auto', tickCount: 4, allowDecimals: false }}
        tooltipProps={{
          labelFormatter: (minute) => typeof minute === 'string' && formatTime(minute),
          formatter: (value, name) =>
            name === 'items' ? formatMoney(Number(value), currency) : formatNumber(Number(value)),
        }}
        barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
        lineProps={{ isAnimationActive: false }}
      />
    </Box>
  )
}
