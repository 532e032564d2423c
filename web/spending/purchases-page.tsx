import { Button, EmptyState, Select, Stack } from '@mantine/core'
import { IconShoppingBag } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { More } from '../shell/more.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { type Filters, readFilters, states } from './filters.ts'
import { NothingBought } from './nothing-bought.tsx'
import { PurchaseCards } from './purchase-cards.tsx'
import { PurchaseTable } from './purchase-table.tsx'
import { purchasesOf } from './purchases.ts'

const route = getRouteApi('/dashboard/$account/spending/')

export function PurchasesPage() {
  const { t } = useTranslation('spending')
  const { name } = useAccount()
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead title={t('tabs.purchases')} lead={t('lead', { account: name })} />
      <Purchases filters={filters} />
    </Stack>
  )
}

function Purchases({ filters }: { filters: Filters }) {
  const { id } = useAccount()
  const isNarrow = useNarrow('lg')
  const query = useInfiniteQuery({ ...purchasesOf(id, filters), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const purchases = query.data.pages.flatMap(({ items }) => items)
  if (purchases.length === 0 && !filters.status) return <NothingBought />
  const List = isNarrow ? PurchaseCards : PurchaseTable
  return (
    <Stack gap="md">
      <StateFilter filters={filters} />
      {purchases.length === 0 ? <NoneInState /> : <List purchases={purchases} />}
      <More of={query} />
    </Stack>
  )
}

function StateFilter({ filters }: { filters: Filters }) {
  const { t } = useTranslation('spending')
  const navigate = route.useNavigate()
  return (
    <Select
      w="var(--stagedoor-column)"
      aria-label={t('state.label')}
      data={[
        { value: 'all', label: t('state.all') },
        ...states.map((state) => ({ value: state, label: t(`state.${state}`) })),
      ]}
      value={filters.status ?? 'all'}
      onChange={(status) => navigate({ search: readFilters({ status }), replace: true })}
    />
  )
}

function NoneInState() {
  const { t } = useTranslation('spending')
  const navigate = route.useNavigate()
  return (
    <EmptyState py="xl" icon={<IconShoppingBag aria-hidden />} title={t('nothing.title')}>
      <EmptyState.Actions>
        <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
          {t('nothing.clear')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
