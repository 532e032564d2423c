import dayjs from 'dayjs'

export const areas = ['team', 'account', 'inventory', 'door'] as const

/** What the address may hold: the filters, so that a view can be shared. Days are YYYY-MM-DD. */
export type Filters = { person?: string; area?: (typeof areas)[number]; from?: string; to?: string }

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

export function readFilters(search: Record<string, unknown>): Filters {
  const area = areas.find((one) => one === search.area)
  return {
    ...(typeof search.person === 'string' && { person: search.person }),
    ...(area && { area }),
    ...(isDay(search.from) && { from: search.from }),
    ...(isDay(search.to) && { to: search.to }),
  }
}

/** The same for the server: the chosen days are the reader's own, not UTC's. */
export const asQuery = ({ from, to, ...rest }: Filters) => ({
  ...rest,
  ...(from && { from: dayjs(from).startOf('day').toISOString() }),
  ...(to && { to: dayjs(to).endOf('day').toISOString() }),
})
