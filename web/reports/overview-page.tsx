import { Box, SimpleGrid, Stack } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { money } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Figures } from './figures.tsx'
import { NothingSold } from './nothing-sold.tsx'
import type { Period } from './period.ts'
import { PeriodBar } from './period-bar.tsx'
import { type Sales, salesOf } from './reports.ts'
import { SalesSection } from './sales-section.tsx'
import { TopBuyers } from './top-buyers.tsx'
import { TopProducts } from './top-products.tsx'
import { TopShows } from './top-shows.tsx'

const route = getRouteApi('/dashboard/$account/reports/')

export function OverviewPage() {
  const { t } = useTranslation('reports')
  const { name } = useAccount()
  const period = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead title={t('title')} lead={t('lead', { account: name })} />
      <PeriodBar period={period} />
      <Overview period={period} />
    </Stack>
  )
}

function Overview({ period }: { period: Period }) {
  const { id } = useAccount()
  const { data, error, refetch } = useQuery({ ...salesOf(id, period), placeholderData: keepPreviousData })
  if (!data) return error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton />
  if (data.days.length === 0) return <NothingSold />
  return (
    <>
      <Totals sales={data} />
      <SalesSection sales={data} period={period} />
      <TopShows period={period} />
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

function Totals({ sales: { totals, currency } }: { sales: Sales }) {
  const { t } = useTranslation('reports')
  const orders = { label: t('figures.orders'), value: count(totals.orders), hint: t('figures.ordersHint') }
  const others = amounts.map((key) => ({
    label: t(`figures.${key}`),
    value: money(totals[key], currency),
    hint: t(`figures.${key}Hint`),
  }))
  return <Figures label={t('figures.label')} figures={[orders, ...others]} cols={{ base: 2, sm: 3, lg: 6 }} />
}
