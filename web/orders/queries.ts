import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import type { Filters, OrderState, ParcelState, RequestState } from './filters.ts'

export type OrderRow = Answer<'GET /accounts/:account/orders'>['items'][number]
export type Order = Answer<'GET /accounts/:account/orders/:order'>
export type ParcelRow = Answer<'GET /accounts/:account/shipments'>['items'][number]
export type Parcel = Answer<'GET /accounts/:account/shipments/:shipment'>
export type Request = Answer<'GET /accounts/:account/cancellations'>['items'][number]
export type Refund = Order['refunds'][number]

/** All of it is read anew when the server says that orders have changed. */
const key = (account: string, ...rest: unknown[]) => [account, 'orders', ...rest]
const paged = { initialPageParam: '', getNextPageParam: ({ next }: { next: string | null }) => next }

export const ordersOf = (account: string, filters: Filters<OrderState>) =>
  infiniteQueryOptions({
    queryKey: key(account, 'list', filters),
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/orders', {
        params: { account },
        input: { ...filters, ...(pageParam && { after: pageParam }) },
      }),
    ...paged,
  })

export const orderOf = (account: string, order: string) =>
  queryOptions({
    queryKey: key(account, 'one', order),
    queryFn: () => call('GET /accounts/:account/orders/:order', { params: { account, order } }),
  })

export const parcelsOf = (account: string, filters: Filters<ParcelState>) =>
  infiniteQueryOptions({
    queryKey: key(account, 'parcels', filters),
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/shipments', {
        params: { account },
        input: { ...filters, ...(pageParam && { after: pageParam }) },
      }),
    ...paged,
  })

export const parcelOf = (account: string, shipment: string) =>
  queryOptions({
    queryKey: key(account, 'parcel', shipment),
    queryFn: () => call('GET /accounts/:account/shipments/:shipment', { params: { account, shipment } }),
  })

export const requestsOf = (account: string, state: RequestState) =>
  infiniteQueryOptions({
    queryKey: key(account, 'cancellations', state),
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/cancellations', {
        params: { account },
        input: { state, ...(pageParam && { after: pageParam }) },
      }),
    ...paged,
  })
