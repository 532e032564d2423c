import { Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useVisitor } from '../session/visitor.ts'
import { ShopFrame } from '../shop/shop-frame.tsx'
import { useBuyerAccounts } from '../shop/use-buyer-accounts.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { EmptyExplore, NoExploreMatches } from './explore-empty.tsx'
import { ExploreFilterBar } from './explore-filter-bar.tsx'
import type { ExploreFilters } from './explore-filters.ts'
import { bookmarksQuery, exploreShowsQuery } from './explore-queries.ts'
import { PublicSection } from './public-section.tsx'
import { ShowCardGrid, ShowCardGridSkeleton } from './show-card-grid.tsx'

const route = getRouteApi('/shows')

/** The public page of live and upcoming shows. */
export function ExplorePage() {
  const { t } = useTranslation('explore')
  const filters = route.useSearch()
  return (
    <ShopFrame title={t('title')} buyers={useBuyerAccounts(undefined)}>
      <Stack gap="xs">
        <Title order={1}>{t('title')}</Title>
        <Text c="dimmed">{t('lead')}</Text>
      </Stack>
      <ExploreFilterBar filters={filters} />
      <Shows filters={filters} />
    </ShopFrame>
  )
}

function Shows({ filters }: { filters: ExploreFilters }) {
  const { t } = useTranslation('explore')
  const live = useInfiniteQuery({ ...exploreShowsQuery('live', filters), placeholderData: keepPreviousData })
  const upcoming = useInfiniteQuery({
    ...exploreShowsQuery('upcoming', filters),
    placeholderData: keepPreviousData,
  })
  const problem = live.error ?? upcoming.error
  if (problem && !(live.data && upcoming.data)) {
    return <ProblemAlert problem={problem} retry={() => [live, upcoming].map(({ refetch }) => refetch())} />
  }
  if (!live.data || !upcoming.data) return <ShowCardGridSkeleton />
  const on = live.data.pages.flatMap(({ items }) => items)
  const toCome = upcoming.data.pages.flatMap(({ items }) => items)
  const isFiltered = Object.keys(filters).length > 0
  const isBare = on.length === 0 && toCome.length === 0
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
            {on.length > 0 ? <ShowCardGrid shows={on} label={t('live')} /> : <NobodyLive filters={filters} />}
            <LoadMore of={live} />
          </PublicSection>
          {toCome.length > 0 && (
            <PublicSection title={t('upcoming')}>
              <ShowCardGrid shows={toCome} label={t('upcoming')} />
              <LoadMore of={upcoming} />
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
