import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { pageQuery } from '../data/page-query.ts'
import { purchaseKeys } from '../data/query-keys.ts'
import type { PurchaseFilters } from './purchase-filters.ts'

export type PurchaseSummary = Answer<'GET /accounts/:account/purchases'>['items'][number]
export type Purchase = Answer<'GET /accounts/:account/purchases/:purchase'>

export const purchasesQuery = (account: string, filters: PurchaseFilters) =>
  pageQuery(
    'GET /accounts/:account/purchases',
    { params: { account }, input: filters },
    purchaseKeys.list(account, filters),
  )

export const purchaseQuery = (account: string, purchase: string) =>
  queryOptions({
    queryKey: purchaseKeys.one(account, purchase),
    queryFn: () => callApi('GET /accounts/:account/purchases/:purchase', { params: { account, purchase } }),
  })

/** The total number of pieces. */
export const countPieces = (items: { quantity: number }[]) =>
  items.reduce((sum, { quantity }) => sum + quantity, 0)
