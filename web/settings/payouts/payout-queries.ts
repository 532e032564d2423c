import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../../data/api.ts'
import { pageQuery } from '../../data/page-query.ts'
import { payoutKeys, reportKeys } from '../../data/query-keys.ts'

export type PayoutBalance = Answer<'GET /accounts/:account/payouts/balance'>
export type PayoutDetails = NonNullable<Answer<'GET /accounts/:account/payout-details'>['details']>
export type Payout = Answer<'GET /accounts/:account/payouts'>['items'][number]

/** The key belongs to the reports' topic, so that the balance is refetched whenever the ledger changes. */
export const payoutBalanceQuery = (account: string) =>
  queryOptions({
    queryKey: reportKeys.payable(account),
    queryFn: () => callApi('GET /accounts/:account/payouts/balance', { params: { account } }),
  })

export const payoutDetailsQuery = (account: string) =>
  queryOptions({
    queryKey: payoutKeys.details(account),
    queryFn: () => callApi('GET /accounts/:account/payout-details', { params: { account } }),
  })

export const payoutsQuery = (account: string) =>
  pageQuery('GET /accounts/:account/payouts', { params: { account } }, payoutKeys.list(account))
