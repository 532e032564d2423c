import { Button, EmptyState, Group, Stack } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { shipmentStatuses } from '../../src/orders/vocabulary.ts'
import { useItems } from '../data/use-items.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { FilterButtons } from '../ui/filter-buttons.tsx'
import { LinkButton } from '../ui/links.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { useRowSelection } from '../ui/use-row-selection.ts'
import { ShipmentBulkBar } from './shipment-bulk-bar.tsx'
import { readShipmentFilters, type ShipmentStatus } from './shipment-filters.ts'
import { ShipmentCards, ShipmentTable } from './shipment-list.tsx'
import { type ShipmentSummary, shipmentsQuery } from './shipment-queries.ts'
import { ShipmentTaskProgress } from './shipment-task-progress.tsx'
import type { StatusFilters } from './status-filters.ts'

const route = getRouteApi('/dashboard/$account/orders/shipments')
const shownStatuses = ['all', ...shipmentStatuses] as const

export function ShipmentsPage() {
  const { t } = useTranslation(['shipping', 'orders'])
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader title={t('orders:tabs.shipments')} lead={t('shipment.lead')} />
      <ShipmentTaskProgress />
      <FilterBar filters={filters} />
      <QueryBoundary>
        <Shipments filters={useDeferredValue(filters)} />
      </QueryBoundary>
    </Stack>
  )
}

function FilterBar({ filters }: { filters: StatusFilters<ShipmentStatus> }) {
  const { t } = useTranslation('shipping')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readShipmentFilters({ ...now, ...changed }), replace: true })
  return (
    <Stack gap="sm" role="search">
      <Group>
        <SearchField
          label={t('shipment.search')}
          hint={t('shipment.searchHint')}
          asked={filters.search ?? ''}
          search={(search) => set({ search })}
        />
      </Group>
      <FilterButtons
        label={t('shipment.statusLabel')}
        choices={shownStatuses}
        shown={filters.status ?? 'all'}
        name={(status) => t(`shipment.status.${status}`)}
        show={(status) => set({ status })}
      />
    </Stack>
  )
}

function Shipments({ filters }: { filters: StatusFilters<ShipmentStatus> }) {
  const { id } = useAccount()
  const { items: shipments, pages } = useItems(shipmentsQuery(id, filters))
  if (shipments.length === 0) return <Nothing isFiltered={Object.keys(filters).length > 0} />
  return (
    <div>
      <Listed shipments={shipments} />
      <LoadMore of={pages} />
    </div>
  )
}

function Listed({ shipments }: { shipments: ShipmentSummary[] }) {
  const isNarrow = useIsNarrow('lg')
  const selection = useRowSelection(
    shipments.filter(({ status }) => status !== 'cancelled').map(({ id }) => id),
  )
  const List = isNarrow ? ShipmentCards : ShipmentTable
  return (
    <>
      <List shipments={shipments} selection={selection} />
      <ShipmentBulkBar shipments={selection.selected} clear={selection.clear} />
    </>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation(['shipping', 'orders'])
  const { id } = useAccount()
  const navigate = route.useNavigate()
  return (
    <EmptyState
      py="xl"
      icon={<IconPackage aria-hidden />}
      title={t(isFiltered ? 'shipment.nothing.title' : 'shipment.emptyList.title')}
      description={t(isFiltered ? 'orders:nothing.text' : 'shipment.emptyList.text')}
    >
      <EmptyState.Actions>
        {isFiltered ? (
          <Button variant="default" onClick={() => navigate({ search: {} })}>
            {t('orders:nothing.clear')}
          </Button>
        ) : (
          <LinkButton variant="default" to="/dashboard/$account/orders" params={{ account: id }}>
            {t('shipment.emptyList.step')}
          </LinkButton>
        )}
      </EmptyState.Actions>
    </EmptyState>
  )
}
