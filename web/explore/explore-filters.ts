import { definedParams, searchText } from '../data/search-params.ts'

/** The filters that the address can contain, so that a view can be shared. */
export type ExploreFilters = { search?: string; category?: string }

export const readExploreFilters = (given: Record<string, unknown>): ExploreFilters =>
  definedParams({ search: searchText(given.search), category: searchText(given.category) })
