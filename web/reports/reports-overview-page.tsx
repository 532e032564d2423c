import { Box, SimpleGrid, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { KeyFigures } from '../ui/key-figures.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { NoSales } from './no-sales.tsx'
import type { ReportPeriod } from './report-period.ts'
import { ReportPeriodBar } from './report-period-bar.tsx'
import { type SalesReport, salesReportQuery } from './report-queries.ts'
import { SalesSection } from './sales-section.tsx'
import { TopBuyers } from './top-buyers.tsx'
import { TopProducts } from './top-products.tsx'
import { TopShows } from './top-shows.tsx'

const route = getRouteApi('/dashboard/$account/reports/')

export function ReportsOverviewPage() {
  const { t } = useTranslation('reports')
  const { name } = useAccount()
  const period = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} lead={t('lead', { account: name })} />
      <ReportPeriodBar period={period} />
      <QueryBoundary>
        <Overview period={useDeferredValue(period)} />
      </QueryBoundary>
    </Stack>
  )
}

function Overview({ period }: { period: ReportPeriod }) {
  const { id } = useAccount()
  const { data } = useSuspenseQuery(salesReportQuery(id, period))
  if (data.days.length === 0) return <NoSales />
  return (
    <>
      <Totals sales={data} />
      <SalesSection sales={data} period={period} />
      <QueryBoundary rows={2}>
        <TopShows period={period} />
      </QueryBoundary>
      <Box className="stagedoor-section">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <TopProducts period={period} />
          <TopBuyers period={period} />
        </SimpleGrid>
      </Box>
    </>
  )
}

const amounts = ['gross', 'refunds', 'fees', 'labels', 'net'] as const

function Totals({ sales: { totals, currency } }: { sales: SalesReport }) {
  const { t } = useTranslation('reports')
  const orders = {
    label: t('figures.orders'),
    value: formatNumber(totals.orders),
    hint: t('figures.ordersHint'),
  }
  const others = amounts.map((key) => ({
    label: t(`figures.${key}`),
    value: formatMoney(totals[key], currency),
    hint: t(`figures.${key}Hint`),
  }))
  return (
    <KeyFigures label={t('figures.label')} figures={[orders, ...others]} cols={{ base: 2, sm: 3, lg: 6 }} />
  )
}
