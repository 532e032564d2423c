import { orderStatuses } from '../../src/orders/vocabulary.ts'
import { definedParams, oneOf } from '../data/search-params.ts'

export type PurchaseStatus = (typeof orderStatuses)[number]

/** The filters that the address of the purchases can contain. */
export type PurchaseFilters = { status?: PurchaseStatus }

export const readPurchaseFilters = (given: Record<string, unknown>): PurchaseFilters =>
  definedParams({ status: oneOf(orderStatuses, given.status) })
