import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import type { Filters } from './filters.ts'

export type PurchaseRow = Answer<'GET /accounts/:account/purchases'>['items'][number]
export type Purchase = Answer<'GET /accounts/:account/purchases/:purchase'>

export const purchasesOf = (account: string, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: [account, 'purchases', 'list', filters],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/purchases', {
        params: { account },
        input: { ...filters, ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const purchaseOf = (account: string, purchase: string) =>
  queryOptions({
    queryKey: [account, 'purchases', 'one', purchase],
    queryFn: () => call('GET /accounts/:account/purchases/:purchase', { params: { account, purchase } }),
  })

/** How many pieces are in it. */
export const pieces = (items: { quantity: number }[]) =>
  items.reduce((sum, { quantity }) => sum + quantity, 0)
