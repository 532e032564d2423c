export const statuses = ['active', 'draft', 'sold_out', 'archived'] as const
export type Status = (typeof statuses)[number]

/** What the address may hold: the search and the status, so that a view can be shared. */
export type Filters = { search?: string; status?: Status }

export function readFilters(search: Record<string, unknown>): Filters {
  const status = statuses.find((one) => one === search.status)
  return {
    ...(typeof search.search === 'string' && search.search !== '' && { search: search.search }),
    ...(status && { status }),
  }
}
