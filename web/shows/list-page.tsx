import { Stack } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { More } from '../shell/more.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Empty, Nothing } from './empty.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Filters, List } from './filters.ts'
import { ScheduleButton } from './schedule-button.tsx'
import { ShowCards } from './show-cards.tsx'
import { ShowTable } from './show-table.tsx'
import { showsOf } from './shows.ts'

const route = getRouteApi('/dashboard/$account/shows')

export function ShowsPage() {
  const { t } = useTranslation('shows')
  const { name } = useAccount()
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead title={t('title')} lead={t('lead', { account: name })} actions={<ScheduleButton />} />
      <FilterBar filters={filters} />
      <Shows filters={filters} />
    </Stack>
  )
}

function Shows({ filters: { state: list, search } }: { filters: Filters }) {
  const state: List = list ?? 'upcoming'
  const { id } = useAccount()
  const isNarrow = useNarrow('md')
  const asked = { state, ...(search && { search }) }
  const query = useInfiniteQuery({ ...showsOf(id, asked), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const shows = query.data.pages.flatMap(({ items }) => items)
  if (shows.length === 0) return search ? <Nothing /> : <Empty list={state} />
  const List = isNarrow ? ShowCards : ShowTable
  return (
    <div>
      <List shows={shows} />
      <More of={query} />
    </div>
  )
}
