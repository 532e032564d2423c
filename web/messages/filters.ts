import type { Input } from '../api.ts'

type Query = NonNullable<Input<'GET /accounts/:account/conversations'>['input']>
export type View = NonNullable<Query['view']>
export const views: readonly View[] = ['all', 'unread', 'mine', 'unassigned', 'closed']

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
