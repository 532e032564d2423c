import { Button, EmptyState, Group, Stack } from '@mantine/core'
import { IconTruckDelivery } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { orderListStatuses } from '../../src/orders/vocabulary.ts'
import { useItems } from '../data/use-items.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { ShipmentBulkBar } from '../shipping/shipment-bulk-bar.tsx'
import { ShipmentTaskProgress } from '../shipping/shipment-task-progress.tsx'
import type { StatusFilters } from '../shipping/status-filters.ts'
import { FilterButtons } from '../ui/filter-buttons.tsx'
import { LinkButton } from '../ui/links.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { useRowSelection } from '../ui/use-row-selection.ts'
import { OrderCards } from './order-cards.tsx'
import { type OrderStatus, readOrderFilters } from './order-filters.ts'
import { type OrderSummary, ordersQuery } from './order-queries.ts'
import { OrderTable } from './order-table.tsx'

const route = getRouteApi('/dashboard/$account/orders/')
const shownStatuses = ['all', ...orderListStatuses] as const

export function OrdersPage() {
  const { t } = useTranslation('orders')
  const { name } = useAccount()
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader title={t('tabs.orders')} lead={t('lead', { account: name })} />
      <ShipmentTaskProgress />
      <FilterBar filters={filters} />
      <QueryBoundary>
        <Orders filters={useDeferredValue(filters)} />
      </QueryBoundary>
    </Stack>
  )
}

function FilterBar({ filters }: { filters: StatusFilters<OrderStatus> }) {
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
      <FilterButtons
        label={t('statusLabel')}
        choices={shownStatuses}
        shown={filters.status ?? 'all'}
        name={(status) => t(`status.${status}`)}
        show={(status) => set({ status })}
      />
    </Stack>
  )
}

function Orders({ filters }: { filters: StatusFilters<OrderStatus> }) {
  const { id } = useAccount()
  const { items: orders, pages } = useItems(ordersQuery(id, filters))
  if (orders.length === 0) return <Nothing filters={filters} />
  return (
    <div>
      <Listed orders={orders} />
      <LoadMore of={pages} />
    </div>
  )
}

function Listed({ orders }: { orders: OrderSummary[] }) {
  const isNarrow = useIsNarrow('lg')
  const withShipment = orders.filter(({ shipment }) => shipment)
  const selection = useRowSelection(withShipment.map(({ id }) => id))
  const chosen = withShipment.filter(({ id }) => selection.has(id))
  const List = isNarrow ? OrderCards : OrderTable
  return (
    <>
      <List orders={orders} selection={selection} />
      <ShipmentBulkBar
        shipments={[...new Set(chosen.map(({ shipment }) => shipment?.id ?? ''))]}
        clear={selection.clear}
      />
    </>
  )
}

/** Why the list is empty: there are no sales yet, nothing waits, or nothing matches. */
function Nothing({ filters }: { filters: StatusFilters<OrderStatus> }) {
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
