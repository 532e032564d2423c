import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { pageQuery } from '../data/page-query.ts'
import { messageKeys, orderKeys } from '../data/query-keys.ts'
import type { StatusFilters } from '../shipping/status-filters.ts'
import type { CancellationStatus, OrderStatus } from './order-filters.ts'

export type OrderSummary = Answer<'GET /accounts/:account/orders'>['items'][number]
export type Order = Answer<'GET /accounts/:account/orders/:order'>
export type CancellationRequest = Answer<'GET /accounts/:account/cancellations'>['items'][number]
export type Refund = Order['refunds'][number]

export const ordersQuery = (account: string, filters: StatusFilters<OrderStatus>) =>
  pageQuery(
    'GET /accounts/:account/orders',
    { params: { account }, input: filters },
    orderKeys.list(account, filters),
  )

export const orderQuery = (account: string, order: string) =>
  queryOptions({
    queryKey: orderKeys.one(account, order),
    queryFn: () => callApi('GET /accounts/:account/orders/:order', { params: { account, order } }),
  })

export const cancellationsQuery = (account: string, status: CancellationStatus) =>
  pageQuery(
    'GET /accounts/:account/cancellations',
    { params: { account }, input: { status } },
    orderKeys.cancellations(account, status),
  )

/** The conversation with an order's buyer, if there is one. It is refetched when messages change. */
export const orderConversationQuery = (account: string, order: string) =>
  queryOptions({
    queryKey: messageKeys.ofOrder(account, order),
    queryFn: () =>
      callApi('GET /accounts/:account/orders/:order/conversation', { params: { account, order } }),
  })
