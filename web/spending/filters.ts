export const states = ['pending', 'pending_fulfillment', 'completed', 'cancelled', 'failed'] as const
export type State = (typeof states)[number]

/** What the address of the purchases may hold. */
export type Filters = { status?: State }

export function readFilters(search: Record<string, unknown>): Filters {
  const status = states.find((one) => one === search.status)
  return status ? { status } : {}
}
