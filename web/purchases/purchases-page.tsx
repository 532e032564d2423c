import { Button, EmptyState, Select, Stack } from '@mantine/core'
import { IconShoppingBag } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { orderStatuses } from '../../src/orders/vocabulary.ts'
import { useItems } from '../data/use-items.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { NoPurchases } from './no-purchases.tsx'
import { PurchaseCards } from './purchase-cards.tsx'
import { type PurchaseFilters, readPurchaseFilters } from './purchase-filters.ts'
import { purchasesQuery } from './purchase-queries.ts'
import { PurchaseTable } from './purchase-table.tsx'

const route = getRouteApi('/dashboard/$account/spending/')

export function PurchasesPage() {
  const { t } = useTranslation('spending')
  const { name } = useAccount()
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader title={t('tabs.purchases')} lead={t('lead', { account: name })} />
      <QueryBoundary>
        <Purchases filters={useDeferredValue(filters)} />
      </QueryBoundary>
    </Stack>
  )
}

function Purchases({ filters }: { filters: PurchaseFilters }) {
  const { id } = useAccount()
  const isNarrow = useIsNarrow('lg')
  const { items: purchases, pages } = useItems(purchasesQuery(id, filters))
  if (purchases.length === 0 && !filters.status) return <NoPurchases />
  const List = isNarrow ? PurchaseCards : PurchaseTable
  return (
    <Stack gap="md">
      <StatusFilter filters={filters} />
      {purchases.length === 0 ? <NoneWithStatus /> : <List purchases={purchases} />}
      <LoadMore of={pages} />
    </Stack>
  )
}

function StatusFilter({ filters }: { filters: PurchaseFilters }) {
  const { t } = useTranslation('spending')
  const navigate = route.useNavigate()
  return (
    <Select
      w="var(--stagedoor-column)"
      aria-label={t('status.label')}
      data={[
        { value: 'all', label: t('status.all') },
        ...orderStatuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
      ]}
      value={filters.status ?? 'all'}
      onChange={(status) => navigate({ search: readPurchaseFilters({ status }), replace: true })}
    />
  )
}

function NoneWithStatus() {
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
