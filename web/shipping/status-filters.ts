import { definedParams, oneOf, searchText } from '../data/search-params.ts'

/** The filters that the address of a list can contain, so that a view can be shared. */
export type StatusFilters<State extends string> = { search?: string; status?: State }

export const statusFilterReader =
  <State extends string>(states: readonly State[]) =>
  (given: Record<string, unknown>): StatusFilters<State> =>
    definedParams({ search: searchText(given.search), status: oneOf(states, given.status) })
