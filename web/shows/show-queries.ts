import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { pageQuery } from '../data/page-query.ts'
import { reportKeys, showKeys } from '../data/query-keys.ts'
import type { ShowList } from './show-filters.ts'

export type Show = Answer<'GET /accounts/:account/shows/:show'>
export type ShowSummary = Answer<'GET /accounts/:account/shows'>['items'][number]
export type LineupItem = Answer<'GET /accounts/:account/shows/:show/products'>['items'][number]
export type ShowShipment = Answer<'GET /accounts/:account/shows/:show/shipments'>['items'][number]

type Asked = { status: ShowList; search?: string }

export const showsQuery = (account: string, asked: Asked) =>
  pageQuery(
    'GET /accounts/:account/shows',
    { params: { account }, input: asked },
    showKeys.list(account, asked),
  )

export const showQuery = (account: string, show: string) =>
  queryOptions({
    queryKey: showKeys.one(account, show),
    queryFn: () => callApi('GET /accounts/:account/shows/:show', { params: { account, show } }),
  })

export const lineupQuery = (account: string, show: string) =>
  queryOptions({
    queryKey: showKeys.lineup(account, show),
    queryFn: () => callApi('GET /accounts/:account/shows/:show/products', { params: { account, show } }),
  })

export const showShipmentsQuery = (account: string, show: string) =>
  pageQuery(
    'GET /accounts/:account/shows/:show/shipments',
    { params: { account, show } },
    showKeys.shipments(account, show),
  )

export type ShowReport = Answer<'GET /accounts/:account/reports/shows/:show'>

export const showReportQuery = (account: string, show: string) =>
  queryOptions({
    queryKey: reportKeys.show(account, show),
    queryFn: () => callApi('GET /accounts/:account/reports/shows/:show', { params: { account, show } }),
  })

/** The categories of shows, for suggestions in the form and for the visitors' filter. */
export const showCategoriesQuery = queryOptions({
  queryKey: showKeys.categories(),
  queryFn: () => callApi('GET /show-categories'),
  staleTime: 60_000,
})

/** Whether nothing of the show can be changed any more. */
export const isShowOver = ({ status }: Pick<Show, 'status'>) => status === 'ended' || status === 'cancelled'

/** The public address of the show. */
export const publicShowUrl = ({ id }: Pick<Show, 'id'>) => `${window.location.origin}/shows/${id}`
