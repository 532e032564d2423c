export const statuses = ['active', 'draft', 'sold_out', 'archived'] as const
export type Status = (typeof statuses)[number]

/** What the address may hold: the search, the status and the category, so that a view can be shared. */
export type Filters = { search?: string; status?: Status; category?: string }

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export function readFilters(given: Record<string, unknown>): Filters {
  const status = statuses.find((one) => one === given.status)
  const [search, category] = [text(given.search), text(given.category)]
  return { ...(search && { search }), ...(status && { status }), ...(category && { category }) }
}
