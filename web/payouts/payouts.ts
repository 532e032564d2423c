import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type Balance = Answer<'GET /accounts/:account/payouts/balance'>
export type Details = NonNullable<Answer<'GET /accounts/:account/payout-details'>['details']>
export type Payout = Answer<'GET /accounts/:account/payouts'>['items'][number]

/** Known among the reports, so that it is told anew with whatever the ledger takes in. */
export const balanceOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'reports', 'payable'],
    queryFn: () => call('GET /accounts/:account/payouts/balance', { params: { account } }),
  })

export const detailsOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'payouts', 'details'],
    queryFn: () => call('GET /accounts/:account/payout-details', { params: { account } }),
  })

export const payoutsOf = (account: string) =>
  infiniteQueryOptions({
    queryKey: [account, 'payouts', 'list'],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/payouts', {
        params: { account },
        input: pageParam ? { after: pageParam } : {},
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
