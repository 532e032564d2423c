import { Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useVisitor } from '../identity/session.ts'
import { More } from '../shell/more.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { ShopFrame } from '../shop/frame.tsx'
import { useBuyers } from '../shop/use-buyers.ts'
import { CardsSkeleton, ShowCards } from './cards.tsx'
import { Empty, Nothing } from './empty.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Filters } from './filters.ts'
import { bookmarks, showsWhen } from './queries.ts'
import { Shelf } from './shelf.tsx'

const route = getRouteApi('/shows')

/** What is on now and what comes, for whoever passes. */
export function ExplorePage() {
  const { t } = useTranslation('explore')
  const filters = route.useSearch()
  return (
    <ShopFrame title={t('title')} buyers={useBuyers(undefined)}>
      <Stack gap="xs">
        <Title order={1}>{t('title')}</Title>
        <Text c="dimmed">{t('lead')}</Text>
      </Stack>
      <FilterBar filters={filters} />
      <Shows filters={filters} />
    </ShopFrame>
  )
}

function Shows({ filters }: { filters: Filters }) {
  const { t } = useTranslation('explore')
  const live = useInfiniteQuery({ ...showsWhen('live', filters), placeholderData: keepPreviousData })
  const upcoming = useInfiniteQuery({ ...showsWhen('upcoming', filters), placeholderData: keepPreviousData })
  const problem = live.error ?? upcoming.error
  if (problem && !(live.data && upcoming.data)) {
    return <ProblemAlert problem={problem} retry={() => [live, upcoming].map(({ refetch }) => refetch())} />
  }
  if (!live.data || !upcoming.data) return <CardsSkeleton />
  const on = live.data.pages.flatMap(({ items }) => items)
  const toCome = upcoming.data.pages.flatMap(({ items }) => items)
  const isFiltered = Object.keys(filters).length > 0
  const isBare = on.length === 0 && toCome.length === 0
  return (
    <Stack gap="xl">
      {!isFiltered && <Bookmarks />}
      {isBare ? (
        isFiltered ? (
          <Nothing />
        ) : (
          <Empty />
        )
      ) : (
        <>
          <Shelf title={t('live')}>
            {on.length > 0 ? <ShowCards shows={on} label={t('live')} /> : <NobodyLive filters={filters} />}
            <More of={live} />
          </Shelf>
          {toCome.length > 0 && (
            <Shelf title={t('upcoming')}>
              <ShowCards shows={toCome} label={t('upcoming')} />
              <More of={upcoming} />
            </Shelf>
          )}
        </>
      )}
    </Stack>
  )
}

function NobodyLive({ filters: { category } }: { filters: Filters }) {
  const { t } = useTranslation('explore')
  return <Text c="dimmed">{category ? t('empty.liveOf', { category }) : t('empty.live')}</Text>
}

/** What whoever is signed in wants to see; nothing while that is nothing. */
function Bookmarks() {
  const { t } = useTranslation('explore')
  const { person } = useVisitor()
  const { data = [] } = useQuery({ ...bookmarks, enabled: person !== null })
  if (data.length === 0) return null
  return (
    <Shelf title={t('bookmarks')}>
      <ShowCards shows={data} label={t('bookmarks')} />
    </Shelf>
  )
}
