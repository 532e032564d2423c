import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { useVisitor } from '../session/visitor.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { EmptyExplore, NoExploreMatches } from './explore-empty.tsx'
import type { ExploreFilters } from './explore-filters.ts'
import { bookmarksQuery, exploreShowsQuery } from './explore-queries.ts'
import { PublicSection } from './public-section.tsx'
import { ShowCardGrid } from './show-card-grid.tsx'

const route = getRouteApi('/explore/shows')

/** The public page of live and upcoming shows. */
export function ExplorePage() {
  const filters = route.useSearch()
  return (
    <QueryBoundary>
      <Shows filters={useDeferredValue(filters)} />
    </QueryBoundary>
  )
}

function Shows({ filters }: { filters: ExploreFilters }) {
  const { t } = useTranslation('explore')
  const live = useItems(exploreShowsQuery('live', filters))
  const upcoming = useItems(exploreShowsQuery('upcoming', filters))
  const isFiltered = Object.keys(filters).length > 0
  const isBare = live.items.length === 0 && upcoming.items.length === 0
  return (
    <Stack gap="xl">
      {!isFiltered && <Bookmarks />}
      {isBare ? (
        isFiltered ? (
          <NoExploreMatches />
        ) : (
          <EmptyExplore />
        )
      ) : (
        <>
          <PublicSection title={t('live')}>
            {live.items.length > 0 ? (
              <ShowCardGrid shows={live.items} label={t('live')} />
            ) : (
              <NobodyLive filters={filters} />
            )}
            <LoadMore of={live.pages} />
          </PublicSection>
          {upcoming.items.length > 0 && (
            <PublicSection title={t('upcoming')}>
              <ShowCardGrid shows={upcoming.items} label={t('upcoming')} />
              <LoadMore of={upcoming.pages} />
            </PublicSection>
          )}
        </>
      )}
    </Stack>
  )
}

function NobodyLive({ filters: { category } }: { filters: ExploreFilters }) {
  const { t } = useTranslation('explore')
  return <Text c="dimmed">{category ? t('empty.liveOf', { category }) : t('empty.live')}</Text>
}

/** The person's bookmarked shows; shows nothing if there are none. */
function Bookmarks() {
  const { t } = useTranslation('explore')
  const { person } = useVisitor()
  const { data = [] } = useQuery({ ...bookmarksQuery, enabled: person !== null })
  if (data.length === 0) return null
  return (
    <PublicSection title={t('bookmarks')}>
      <ShowCardGrid shows={data} label={t('bookmarks')} />
    </PublicSection>
  )
}
