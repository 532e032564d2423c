import { orderStates } from '../../src/orders/vocabulary.ts'
import { definedParams, oneOf } from '../data/search-params.ts'

export type PurchaseState = (typeof orderStates)[number]

/** The filters that the address of the purchases can contain. */
export type PurchaseFilters = { status?: PurchaseState }

export const readPurchaseFilters = (given: Record<string, unknown>): PurchaseFilters =>
  definedParams({ status: oneOf(orderStates, given.status) })
