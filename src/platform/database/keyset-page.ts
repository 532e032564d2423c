import { type AnyColumn, and, asc, desc, eq, gt, lt, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'

/** How many rows a page of a list has. */
export const pageSize = 25

/** The cursor of a list: the sort keys of the previous page's last row, which the client sends back unchanged. */
export const cursorParam = z
  .string()
  .max(400)
  .regex(/^[\w-]+$/)
  .optional()

export const PageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** @returns the keys, or undefined for an invalid cursor: the list then starts from the beginning */
export function readCursor(cursor: string | undefined, length: number): string[] | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString('utf8')
  const keys = text.split('\n')
  return text && keys.length === length && keys.every((key) => key.length > 0 && !key.includes('\0'))
    ? keys
    : undefined
}

/** A query that still lacks its condition, its order and its limit. */
type Selection<Row> = {
  where(condition: SQL | undefined): {
    orderBy(...by: SQL[]): { limit(rows: number): PromiseLike<Row[]> }
  }
}

type PageRequest = {
  where: SQL | undefined
  /** The cursor that the client sent. */
  after: string | undefined
  order?: 'latest first' | 'earliest first'
  size?: number
}

/** Reads one page of a list that is sorted by its rows' ids. */
export const pageById = <Row extends { id: string }>(
  selection: Selection<Row>,
  id: AnyColumn,
  request: PageRequest,
) => pageByIdOf(selection, id, request, (row) => row.id)

/** `pageById` for rows whose id is not a field of their own. */
export async function pageByIdOf<Row>(
  selection: Selection<Row>,
  id: AnyColumn,
  { where, after, order = 'latest first', size = pageSize }: PageRequest,
  idOf: (row: Row) => string,
) {
  const [last] = readCursor(after, 1) ?? []
  const { direction, beyond } = orders[order]
  const found = await selection
    .where(and(where, last === undefined ? undefined : beyond(id, last)))
    .orderBy(direction(id))
    .limit(size + 1)
  return toPage(found, (row) => [idOf(row)], size)
}

/**
 * Reads one page of a list that is sorted by a time, and by the id where times are equal.
 * @param timeOf the row's value of the column `time`
 */
export async function pageByTime<Row extends { id: string }>(
  selection: Selection<Row>,
  { time, id }: { time: AnyColumn; id: AnyColumn },
  { where, after, order = 'latest first', size = pageSize }: PageRequest,
  timeOf: (row: Row) => Date,
) {
  const [lastTime = '', lastId = ''] = readCursor(after, 2) ?? []
  const last = isoTime.safeParse(lastTime).success ? new Date(lastTime) : undefined
  const { direction, beyond } = orders[order]
  const found = await selection
    .where(and(where, last && or(beyond(time, last), and(eq(time, last), beyond(id, lastId)))))
    .orderBy(direction(time), direction(id))
    .limit(size + 1)
  return toPage(found, (row) => [timeOf(row).toISOString(), row.id], size)
}

const orders = {
  'latest first': { direction: desc, beyond: lt },
  'earliest first': { direction: asc, beyond: gt },
} as const

const isoTime = z.iso.datetime({ precision: 3 })

/** Makes a page of `rows`, which contain one row more than the page if there is a next page. */
export function toPage<Row>(rows: Row[], keys: (row: Row) => string[], size = pageSize) {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  const next = rows.length > size && last ? Buffer.from(keys(last).join('\n')).toString('base64url') : null
  return { items, next }
}
