import { Button, EmptyState, Group, Stack } from '@mantine/core'
import { IconTruckDelivery } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import { More } from '../shell/more.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { SearchField } from '../shell/search-field.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import { type Filters, type OrderState, orderStates, readOrderFilters } from './filters.ts'
import { OrderCards } from './order-cards.tsx'
import { OrderTable } from './order-table.tsx'
import { type OrderRow, ordersOf } from './queries.ts'
import { StateLinks } from './state-links.tsx'
import { useSelection } from './use-selection.ts'

const route = getRouteApi('/dashboard/$account/orders/')
const shownStates = ['all', ...orderStates] as const

export function OrdersPage() {
  const { t } = useTranslation('orders')
  const { name } = useAccount()
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead title={t('tabs.orders')} lead={t('lead', { account: name })} />
      <BulkProgress />
      <FilterBar filters={filters} />
      <Orders filters={filters} />
    </Stack>
  )
}

function FilterBar({ filters }: { filters: Filters<OrderState> }) {
  const { t } = useTranslation('orders')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readOrderFilters({ ...now, ...changed }), replace: true })
  return (
    <Stack gap="sm" role="search">
      <Group>
        <SearchField
          label={t('search')}
          hint={t('searchHint')}
          asked={filters.search ?? ''}
          search={(search) => set({ search })}
        />
      </Group>
      <StateLinks
        label={t('states')}
        states={shownStates}
        shown={filters.status ?? 'all'}
        name={(state) => t(`state.${state}`)}
        show={(status) => set({ status })}
      />
    </Stack>
  )
}

function Orders({ filters }: { filters: Filters<OrderState> }) {
  const { id } = useAccount()
  const query = useInfiniteQuery({ ...ordersOf(id, filters), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const orders = query.data.pages.flatMap(({ items }) => items)
  if (orders.length === 0) return <Nothing filters={filters} />
  return (
    <div>
      <Listed orders={orders} />
      <More of={query} />
    </div>
  )
}

function Listed({ orders }: { orders: OrderRow[] }) {
  const isNarrow = useNarrow('lg')
  const withParcel = orders.filter(({ shipment }) => shipment)
  const selection = useSelection(withParcel.map(({ id }) => id))
  const chosen = withParcel.filter(({ id }) => selection.has(id))
  const List = isNarrow ? OrderCards : OrderTable
  return (
    <>
      <List orders={orders} selection={selection} />
      <BulkBar
        parcels={[...new Set(chosen.map(({ shipment }) => shipment?.id ?? ''))]}
        clear={selection.clear}
      />
    </>
  )
}

/** Why the list is empty: nothing was sold yet, nothing waits, or nothing matches. */
function Nothing({ filters }: { filters: Filters<OrderState> }) {
  const { t } = useTranslation('orders')
  const { id, name } = useAccount()
  const navigate = route.useNavigate()
  const isFiltered = Object.keys(filters).length > 0
  const isShipped = filters.status === 'to_ship' && !filters.search
  const words = isShipped ? 'allShipped' : isFiltered ? 'nothing' : 'empty'
  return (
    <EmptyState
      py="xl"
      icon={<IconTruckDelivery aria-hidden />}
      title={t(`${words}.title`)}
      description={t(`${words}.text`, { account: name })}
    >
      <EmptyState.Actions>
        {isFiltered ? (
          <Button variant="default" onClick={() => navigate({ search: {} })}>
            {t('nothing.clear')}
          </Button>
        ) : (
          <LinkButton variant="default" to="/dashboard/$account/inventory" params={{ account: id }}>
            {t('empty.step')}
          </LinkButton>
        )}
      </EmptyState.Actions>
    </EmptyState>
  )
}
