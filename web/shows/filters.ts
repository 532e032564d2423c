export const lists = ['upcoming', 'live', 'past'] as const
export type List = (typeof lists)[number]

/** What the address of the list may hold; without `state`, those to come. */
export type Filters = { search?: string; state?: Exclude<List, 'upcoming'> }

export function readFilters({ search, state }: Record<string, unknown>): Filters {
  const text = typeof search === 'number' ? String(search) : search
  return {
    ...(typeof text === 'string' && text !== '' && { search: text }),
    ...((state === 'live' || state === 'past') && { state }),
  }
}
