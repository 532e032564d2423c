import { definedParams, oneOf, searchText } from '../data/search-params.ts'

/** The filters that the address of a list can contain, so that a view can be shared. */
export type StatusFilters<Status extends string> = { search?: string; status?: Status }

export const statusFilterReader =
  <Status extends string>(statuses: readonly Status[]) =>
  (given: Record<string, unknown>): StatusFilters<Status> =>
    definedParams({ search: searchText(given.search), status: oneOf(statuses, given.status) })
