import type { z } from 'zod'
import { readCursor, toPage } from '../platform/database/keyset-page.ts'
import type { TimelineQuery } from './message.ts'

/** Entries per answer. */
export const entriesPerPage = 100

type Placed = { position: number }
/** Reads entries after (`isForward`) or before a position, one more than an answer contains. */
type Read<T> = (from: number | undefined, isForward: boolean) => Promise<T[]>

/**
 * Reads the entries after a position, the latest entries, or the entries before a cursor, as the query asks. Each
 * answer begins with its earliest entry.
 */
export async function timelinePage<T extends Placed>(query: z.output<typeof TimelineQuery>, read: Read<T>) {
  const isForward = query.since !== undefined
  const cursor = Number(readCursor(query.after, 1)?.[0])
  const from = Number.isInteger(cursor) && cursor > 0 && cursor < 2 ** 31 ? cursor : query.since
  const { items, next } = toPage(
    await read(from, isForward),
    ({ position }) => [String(position)],
    entriesPerPage,
  )
  return { items: isForward ? items : items.reverse(), next }
}
