import type { z } from 'zod'
import { readCursor, toPage } from '../platform/database/keyset-page.ts'
import type { TimelineQuery } from './message.ts'

/** Entries per answer. */
export const entriesPerPage = 100

type Placed = { position: number }
/** Reads entries after (`isForward`) or before a position: one more than the answer contains. */
type Read<T> = (from: number | undefined, isForward: boolean) => Promise<T[]>

/**
 * The entries after a position, or the latest ones, or the ones before a cursor. Each answer has the earliest entry
 * first.
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
