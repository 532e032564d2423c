import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import type { List } from './filters.ts'

export type Show = Answer<'GET /accounts/:account/shows/:show'>
export type ShowRow = Answer<'GET /accounts/:account/shows'>['items'][number]
export type LineupItem = Answer<'GET /accounts/:account/shows/:show/products'>['items'][number]
export type Shipment = Answer<'GET /accounts/:account/shows/:show/shipments'>['items'][number]

type Asked = { state: List; search?: string }

export const showsOf = (account: string, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: [account, 'shows', 'list', asked],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/shows', {
        params: { account },
        input: { ...asked, ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const showOf = (account: string, show: string) =>
  queryOptions({
    queryKey: [account, 'shows', 'one', show],
    queryFn: () => call('GET /accounts/:account/shows/:show', { params: { account, show } }),
  })

export const lineupOf = (account: string, show: string) =>
  queryOptions({
    queryKey: [account, 'shows', 'products', show],
    queryFn: () => call('GET /accounts/:account/shows/:show/products', { params: { account, show } }),
  })

export const shipmentsOf = (account: string, show: string) =>
  infiniteQueryOptions({
    queryKey: [account, 'shows', 'shipments', show],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/shows/:show/shipments', {
        params: { account, show },
        input: pageParam ? { after: pageParam } : {},
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export type Report = Answer<'GET /accounts/:account/reports/shows/:show'>

export const reportOf = (account: string, show: string) =>
  queryOptions({
    queryKey: [account, 'reports', 'show', show],
    queryFn: () => call('GET /accounts/:account/reports/shows/:show', { params: { account, show } }),
  })

/** Categories that shows have: what a form suggests, and a visitor chooses from. */
export const showCategories = queryOptions({
  queryKey: ['show-categories'],
  queryFn: () => call('GET /show-categories'),
  staleTime: 60_000,
})

/** Whether something about it can still be changed. */
export const isOver = ({ state }: Pick<Show, 'state'>) => state === 'ended' || state === 'cancelled'

/** Where whoever has the link finds it. */
export const linkTo = ({ id }: Pick<Show, 'id'>) => `${window.location.origin}/shows/${id}`
