/** What the address may hold, so that a view can be shared. */
export type Filters = { search?: string; category?: string }

export function readFilters({ search, category }: Record<string, unknown>): Filters {
  return {
    ...(isText(search) && { search: String(search) }),
    ...(isText(category) && { category: String(category) }),
  }
}

/** The router reads a number in an address as a number. */
const isText = (given: unknown) => (typeof given === 'string' && given !== '') || typeof given === 'number'
