import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { pageQuery } from '../data/page-query.ts'
import { orderKeys } from '../data/query-keys.ts'
import type { ShipmentStatus } from './shipment-filters.ts'
import type { StatusFilters } from './status-filters.ts'

export type ShipmentSummary = Answer<'GET /accounts/:account/shipments'>['items'][number]
export type Shipment = Answer<'GET /accounts/:account/shipments/:shipment'>

export const shipmentsQuery = (account: string, filters: StatusFilters<ShipmentStatus>) =>
  pageQuery(
    'GET /accounts/:account/shipments',
    { params: { account }, input: filters },
    orderKeys.shipments(account, filters),
  )

export const shipmentQuery = (account: string, shipment: string) =>
  queryOptions({
    queryKey: orderKeys.shipment(account, shipment),
    queryFn: () => callApi('GET /accounts/:account/shipments/:shipment', { params: { account, shipment } }),
  })
