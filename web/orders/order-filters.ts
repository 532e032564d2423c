import { cancellationRequestStatuses, orderListStatuses } from '../../src/orders/vocabulary.ts'
import { definedParams, oneOf } from '../data/search-params.ts'
import { statusFilterReader } from '../shipping/status-filters.ts'

export type OrderStatus = (typeof orderListStatuses)[number]
export type CancellationStatus = (typeof cancellationRequestStatuses)[number]

export const readOrderFilters = statusFilterReader(orderListStatuses)

export const readCancellationFilter = (given: Record<string, unknown>): { status?: CancellationStatus } =>
  definedParams({ status: oneOf(cancellationRequestStatuses, given.status) })
