import { Button, Collapse, Group } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WideSection } from '../ui/wide-section.tsx'
import { DownloadReportCsv } from './download-report-csv.tsx'
import { periodDays, type ReportPeriod, toPeriodQuery } from './report-period.ts'
import type { SalesReport } from './report-queries.ts'
import { toSalesBuckets } from './sales-buckets.ts'
import { SalesChart } from './sales-chart.tsx'
import { SalesTable } from './sales-table.tsx'

const titles = { day: 'chart.title', week: 'chart.titleWeek', month: 'chart.titleMonth' } as const

/** The sales as a chart and as a table. */
export function SalesSection({ sales, period }: { sales: SalesReport; period: ReportPeriod }) {
  const { t } = useTranslation('reports')
  const id = useId()
  const [isTable, setTable] = useState(false)
  const { step, buckets } = toSalesBuckets(sales.days, periodDays(period))
  return (
    <WideSection
      title={t(titles[step])}
      actions={<DownloadReportCsv what="sales" query={toPeriodQuery(period)} />}
    >
      <SalesChart buckets={buckets} step={step} currency={sales.currency} />
      <Group>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTable size="1rem" aria-hidden />}
          aria-expanded={isTable}
          aria-controls={id}
          onClick={() => setTable(!isTable)}
        >
          {t(isTable ? 'chart.hide' : 'chart.show')}
        </Button>
      </Group>
      <Collapse expanded={isTable} id={id}>
        <SalesTable
          buckets={buckets.filter(({ gross, net }) => gross || net)}
          step={step}
          currency={sales.currency}
        />
      </Collapse>
    </WideSection>
  )
}
