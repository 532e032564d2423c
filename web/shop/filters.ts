export const conditions = ['new', 'like_new', 'good', 'fair', 'for_parts'] as const

/** What the address may hold, so that a view of the shop can be shared. */
export type Filters = { search?: string; category?: string; condition?: (typeof conditions)[number] }

export function readFilters({ search, category, condition }: Record<string, unknown>): Filters {
  const known = conditions.find((one) => one === condition)
  return {
    ...(isText(search) && { search: String(search) }),
    ...(isText(category) && { category: String(category) }),
    ...(known && { condition: known }),
  }
}

/** The router reads a number in an address as a number. */
const isText = (given: unknown) => (typeof given === 'string' && given !== '') || typeof given === 'number'
