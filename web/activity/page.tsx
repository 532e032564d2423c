import { EmptyState, Stack } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { More } from '../shell/more.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { activityOf } from './activity.ts'
import { DownloadCsv } from './download-csv.tsx'
import { EntryList, EntryTable } from './entries.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Filters } from './filters.ts'

const route = getRouteApi('/dashboard/$account/settings/activity')

export function ActivityPage() {
  const { t } = useTranslation('activity')
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead title={t('title')} lead={t('lead')} actions={<DownloadCsv filters={filters} />} />
      <FilterBar filters={filters} />
      <Entries filters={filters} />
    </Stack>
  )
}

function Entries({ filters }: { filters: Filters }) {
  const { id } = useAccount()
  const isNarrow = useNarrow('md')
  const query = useInfiniteQuery(activityOf(id, filters))
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const entries = query.data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <Nothing isFiltered={Object.keys(filters).length > 0} />
  const List = isNarrow ? EntryList : EntryTable
  return (
    <div>
      <List entries={entries} />
      <More of={query} />
    </div>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('activity')
  const which = isFiltered ? 'nothing' : 'empty'
  return (
    <EmptyState
      py="xl"
      icon={<IconHistory aria-hidden />}
      title={t(`${which}.title`)}
      description={t(`${which}.text`)}
    />
  )
}
