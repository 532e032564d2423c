import { EmptyState, Stack } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../../data/use-items.ts'
import { PageHeader } from '../../layout/page-header.tsx'
import { useAccount } from '../../session/account-context.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import { useIsNarrow } from '../../ui/use-breakpoint.ts'
import { ActivityList, ActivityTable } from './activity-entries.tsx'
import { ActivityFilterBar } from './activity-filter-bar.tsx'
import type { ActivityFilters } from './activity-filters.ts'
import { activityQuery } from './activity-queries.ts'
import { DownloadActivityCsv } from './download-activity-csv.tsx'

const route = getRouteApi('/dashboard/$account/settings/activity')

export function ActivityPage() {
  const { t } = useTranslation('activity')
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} lead={t('lead')} actions={<DownloadActivityCsv filters={filters} />} />
      <ActivityFilterBar filters={filters} />
      <QueryBoundary>
        <Entries filters={useDeferredValue(filters)} />
      </QueryBoundary>
    </Stack>
  )
}

function Entries({ filters }: { filters: ActivityFilters }) {
  const { id } = useAccount()
  const isNarrow = useIsNarrow('md')
  const { items: entries, pages } = useItems(activityQuery(id, filters))
  if (entries.length === 0) return <Nothing isFiltered={Object.keys(filters).length > 0} />
  const List = isNarrow ? ActivityList : ActivityTable
  return (
    <div>
      <List entries={entries} />
      <LoadMore of={pages} />
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
