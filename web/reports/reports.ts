import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { type LedgerFilter, asQuery as ofLedger } from './ledger-filter.ts'
import { asQuery, type Period } from './period.ts'

export type Sales = Answer<'GET /accounts/:account/reports/sales'>
export type Day = Sales['days'][number]
export type Entry = Answer<'GET /accounts/:account/ledger'>['items'][number]

export const salesOf = (account: string, period: Period) =>
  queryOptions({
    queryKey: [account, 'reports', 'sales', asQuery(period)],
    queryFn: () =>
      call('GET /accounts/:account/reports/sales', { params: { account }, input: asQuery(period) }),
  })

export const productsOf = (account: string, period: Period) =>
  infiniteQueryOptions({
    queryKey: [account, 'reports', 'products', asQuery(period)],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/reports/products', {
        params: { account },
        input: { ...asQuery(period), ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const showsOf = (account: string, period: Period) =>
  infiniteQueryOptions({
    queryKey: [account, 'reports', 'shows', asQuery(period)],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/reports/shows', {
        params: { account },
        input: { ...asQuery(period), ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const buyersOf = (account: string, period: Period) =>
  infiniteQueryOptions({
    queryKey: [account, 'reports', 'buyers', asQuery(period)],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/reports/buyers', {
        params: { account },
        input: { ...asQuery(period), ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const ledgerOf = (account: string, filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: [account, 'reports', 'ledger', filter],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/ledger', {
        params: { account },
        input: { ...ofLedger(filter), ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const balanceOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'reports', 'balance'],
    queryFn: () => call('GET /accounts/:account/ledger/balance', { params: { account } }),
  })
