import { type ProductStatus, productStatuses } from '../../src/inventory/vocabulary.ts'
import { definedParams, oneOf, searchText } from '../data/search-params.ts'

/** The filters that the address can contain, so that a view can be shared. */
export type ProductFilters = { search?: string; status?: ProductStatus; category?: string }

export const readProductFilters = (given: Record<string, unknown>): ProductFilters =>
  definedParams({
    search: searchText(given.search),
    status: oneOf(productStatuses, given.status),
    category: searchText(given.category),
  })
