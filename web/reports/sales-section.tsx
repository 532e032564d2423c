import { Button, Collapse, Group } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bucketsOf } from './buckets.ts'
import { DownloadCsv } from './download-csv.tsx'
import { asQuery, daysOf, type Period } from './period.ts'
import type { Sales } from './reports.ts'
import { SalesChart } from './sales-chart.tsx'
import { SalesTable } from './sales-table.tsx'
import { WideSection } from './wide-section.tsx'

const titles = { day: 'chart.title', week: 'chart.titleWeek', month: 'chart.titleMonth' } as const

/** The sales as a chart to look at, and as a table to read. */
export function SalesSection({ sales, period }: { sales: Sales; period: Period }) {
  const { t } = useTranslation('reports')
  const id = useId()
  const [isTable, setTable] = useState(false)
  const { step, buckets } = bucketsOf(sales.days, daysOf(period))
  return (
    <WideSection title={t(titles[step])} actions={<DownloadCsv what="sales" query={asQuery(period)} />}>
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
