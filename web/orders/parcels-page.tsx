import { Button, EmptyState, Group, Stack } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
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
import { type Filters, type ParcelState, parcelStates, readParcelFilters } from './filters.ts'
import { ParcelCards, ParcelTable } from './parcel-list.tsx'
import { type ParcelRow, parcelsOf } from './queries.ts'
import { StateLinks } from './state-links.tsx'
import { useSelection } from './use-selection.ts'

const route = getRouteApi('/dashboard/$account/orders/parcels')
const shownStates = ['all', ...parcelStates] as const

export function ParcelsPage() {
  const { t } = useTranslation(['parcels', 'orders'])
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead title={t('orders:tabs.parcels')} lead={t('parcel.lead')} />
      <BulkProgress />
      <FilterBar filters={filters} />
      <Parcels filters={filters} />
    </Stack>
  )
}

function FilterBar({ filters }: { filters: Filters<ParcelState> }) {
  const { t } = useTranslation('parcels')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readParcelFilters({ ...now, ...changed }), replace: true })
  return (
    <Stack gap="sm" role="search">
      <Group>
        <SearchField
          label={t('parcel.search')}
          hint={t('parcel.searchHint')}
          asked={filters.search ?? ''}
          search={(search) => set({ search })}
        />
      </Group>
      <StateLinks
        label={t('parcel.states')}
        states={shownStates}
        shown={filters.status ?? 'all'}
        name={(state) => t(`parcel.status.${state}`)}
        show={(status) => set({ status })}
      />
    </Stack>
  )
}

function Parcels({ filters }: { filters: Filters<ParcelState> }) {
  const { id } = useAccount()
  const query = useInfiniteQuery({ ...parcelsOf(id, filters), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const parcels = query.data.pages.flatMap(({ items }) => items)
  if (parcels.length === 0) return <Nothing isFiltered={Object.keys(filters).length > 0} />
  return (
    <div>
      <Listed parcels={parcels} />
      <More of={query} />
    </div>
  )
}

function Listed({ parcels }: { parcels: ParcelRow[] }) {
  const isNarrow = useNarrow('lg')
  const selection = useSelection(parcels.filter(({ status }) => status !== 'cancelled').map(({ id }) => id))
  const List = isNarrow ? ParcelCards : ParcelTable
  return (
    <>
      <List parcels={parcels} selection={selection} />
      <BulkBar parcels={selection.selected} clear={selection.clear} />
    </>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation(['parcels', 'orders'])
  const { id } = useAccount()
  const navigate = route.useNavigate()
  return (
    <EmptyState
      py="xl"
      icon={<IconPackage aria-hidden />}
      title={t(isFiltered ? 'parcel.nothing.title' : 'parcel.emptyList.title')}
      description={t(isFiltered ? 'orders:nothing.text' : 'parcel.emptyList.text')}
    >
      <EmptyState.Actions>
        {isFiltered ? (
          <Button variant="default" onClick={() => navigate({ search: {} })}>
            {t('orders:nothing.clear')}
          </Button>
        ) : (
          <LinkButton variant="default" to="/dashboard/$account/orders" params={{ account: id }}>
            {t('parcel.emptyList.step')}
          </LinkButton>
        )}
      </EmptyState.Actions>
    </EmptyState>
  )
}
