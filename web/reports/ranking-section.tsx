import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { WideSection } from '../ui/wide-section.tsx'
import { DownloadReportCsv } from './download-report-csv.tsx'
import { type ReportPeriod, toPeriodQuery } from './report-period.ts'

type Given = {
  what: 'products' | 'buyers' | 'shows'
  period: ReportPeriod
  beside?: boolean
  children: ReactNode
}

/** A ranking of a period under its heading, with a download of all of it as CSV. */
export function RankingSection({ what, period, beside = false, children }: Given) {
  const { t } = useTranslation('reports')
  return (
    <WideSection
      beside={beside}
      title={t(`${what}.title`)}
      text={t(`${what}.text`)}
      actions={<DownloadReportCsv what={what} query={toPeriodQuery(period)} />}
    >
      <QueryBoundary>{children}</QueryBoundary>
    </WideSection>
  )
}
