import { cancellationRequestStates, orderListStates } from '../../src/orders/vocabulary.ts'
import { definedParams, oneOf } from '../data/search-params.ts'
import { statusFilterReader } from '../shipping/status-filters.ts'

export type OrderState = (typeof orderListStates)[number]
export type CancellationState = (typeof cancellationRequestStates)[number]

export const readOrderFilters = statusFilterReader(orderListStates)

export const readCancellationFilter = (given: Record<string, unknown>): { state?: CancellationState } =>
  definedParams({ state: oneOf(cancellationRequestStates, given.state) })
