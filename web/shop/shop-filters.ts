import { productConditions } from '../../src/inventory/vocabulary.ts'
import { definedParams, oneOf, searchText } from '../data/search-params.ts'

/** The filters that the address can contain, so that a view of the shop can be shared. */
export type ShopFilters = {
  search?: string
  category?: string
  condition?: (typeof productConditions)[number]
}

export const readShopFilters = (given: Record<string, unknown>): ShopFilters =>
  definedParams({
    search: searchText(given.search),
    category: searchText(given.category),
    condition: oneOf(productConditions, given.condition),
  })
