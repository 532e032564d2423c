import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { pageQuery } from '../data/page-query.ts'
import { meKeys, publicShowKeys } from '../data/query-keys.ts'
import type { ExploreFilters } from './explore-filters.ts'

export type ExploreShow = Answer<'GET /shows'>['items'][number]
export type ExploreList = 'live' | 'upcoming'

/** Milliseconds after which the list of live shows is refetched, since no live event announces shows that begin. */
const fresh = 15_000

export const exploreShowsQuery = (when: ExploreList, filters: ExploreFilters) => ({
  ...pageQuery('GET /shows', { input: { when, ...filters } }, publicShowKeys.explore(when, filters)),
  refetchInterval: fresh,
})

/** For people who are signed in. */
export const bookmarksQuery = queryOptions({
  queryKey: meKeys.bookmarks(),
  queryFn: async () => (await callApi('GET /me/bookmarks')).items,
  retry: false,
})
