export const views = ['all', 'unread', 'mine', 'unassigned', 'closed'] as const
export type View = (typeof views)[number]

/** What the address of the inbox may hold, so that a view can be shared. */
export type Filters = { view?: View; search?: string }

export function readFilters(given: Record<string, unknown>): Filters {
  const view = views.find((one) => one === given.view)
  // A search of digits alone arrives as a number.
  const search = typeof given.search === 'number' ? String(given.search) : given.search
  return {
    ...(view && view !== 'all' && { view }),
    ...(typeof search === 'string' && search !== '' && { search }),
  }
}
