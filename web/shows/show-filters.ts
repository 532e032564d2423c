import type { showLists } from '../../src/shows/vocabulary.ts'
import { definedParams, oneOf, searchText } from '../data/search-params.ts'

export type ShowList = (typeof showLists)[number]

/** The filters that the address of the list can contain. Without `status`: upcoming shows. */
export type ShowFilters = { search?: string; status?: Exclude<ShowList, 'upcoming'> }

export const readShowFilters = (given: Record<string, unknown>): ShowFilters =>
  definedParams({ search: searchText(given.search), status: oneOf(['live', 'past'], given.status) })
