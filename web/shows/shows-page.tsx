import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { ScheduleShowButton } from './schedule-show-button.tsx'
import { ShowCards } from './show-cards.tsx'
import { ShowFilterBar } from './show-filter-bar.tsx'
import type { ShowFilters, ShowList } from './show-filters.ts'
import { showsQuery } from './show-queries.ts'
import { ShowTable } from './show-table.tsx'
import { EmptyShowList, NoShowMatches } from './shows-empty.tsx'

const route = getRouteApi('/dashboard/$account/shows')

export function ShowsPage() {
  const { t } = useTranslation('shows')
  const { name } = useAccount()
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} lead={t('lead', { account: name })} actions={<ScheduleShowButton />} />
      <ShowFilterBar filters={filters} />
      <QueryBoundary>
        <Shows filters={useDeferredValue(filters)} />
      </QueryBoundary>
    </Stack>
  )
}

function Shows({ filters: { status: list, search } }: { filters: ShowFilters }) {
  const status: ShowList = list ?? 'upcoming'
  const { id } = useAccount()
  const isNarrow = useIsNarrow('md')
  const asked = { status, ...(search && { search }) }
  const { items: shows, pages } = useItems(showsQuery(id, asked))
  if (shows.length === 0) return search ? <NoShowMatches /> : <EmptyShowList list={status} />
  const List = isNarrow ? ShowCards : ShowTable
  return (
    <div>
      <List shows={shows} />
      <LoadMore of={pages} />
    </div>
  )
}
