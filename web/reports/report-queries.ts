import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { pageQuery } from '../data/page-query.ts'
import { reportKeys } from '../data/query-keys.ts'
import { type LedgerFilters, toLedgerQuery as ofLedger } from './ledger-filters.ts'
import { type ReportPeriod, toPeriodQuery } from './report-period.ts'

export type SalesReport = Answer<'GET /accounts/:account/reports/sales'>
export type SalesDay = SalesReport['days'][number]
export type LedgerEntry = Answer<'GET /accounts/:account/ledger'>['items'][number]

export const salesReportQuery = (account: string, period: ReportPeriod) =>
  queryOptions({
    queryKey: reportKeys.sales(account, toPeriodQuery(period)),
    queryFn: () =>
      callApi('GET /accounts/:account/reports/sales', { params: { account }, input: toPeriodQuery(period) }),
  })

export const topProductsQuery = (account: string, period: ReportPeriod) =>
  pageQuery(
    'GET /accounts/:account/reports/products',
    { params: { account }, input: toPeriodQuery(period) },
    reportKeys.products(account, toPeriodQuery(period)),
  )

export const topShowsQuery = (account: string, period: ReportPeriod) =>
  pageQuery(
    'GET /accounts/:account/reports/shows',
    { params: { account }, input: toPeriodQuery(period) },
    reportKeys.shows(account, toPeriodQuery(period)),
  )

export const topBuyersQuery = (account: string, period: ReportPeriod) =>
  pageQuery(
    'GET /accounts/:account/reports/buyers',
    { params: { account }, input: toPeriodQuery(period) },
    reportKeys.buyers(account, toPeriodQuery(period)),
  )

export const ledgerQuery = (account: string, filter: LedgerFilters) =>
  pageQuery(
    'GET /accounts/:account/ledger',
    { params: { account }, input: ofLedger(filter) },
    reportKeys.ledger(account, filter),
  )

export const ledgerBalanceQuery = (account: string) =>
  queryOptions({
    queryKey: reportKeys.balance(account),
    queryFn: () => callApi('GET /accounts/:account/ledger/balance', { params: { account } }),
  })
