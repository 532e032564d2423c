import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import type { Filters } from './filters.ts'

export type Card = Answer<'GET /shows'>['items'][number]
export type When = 'live' | 'upcoming'

/** Milliseconds after which what is on is looked at anew: nothing tells this page of shows that begin. */
const fresh = 15_000

export const showsWhen = (when: When, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['explore', when, filters],
    queryFn: ({ pageParam }) =>
      call('GET /shows', { input: { when, ...filters, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: fresh,
  })

/** For those who are signed in. */
export const bookmarks = queryOptions({
  queryKey: ['me', 'bookmarks'],
  queryFn: async () => (await call('GET /me/bookmarks')).items,
  retry: false,
})
