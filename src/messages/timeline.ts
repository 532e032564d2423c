import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { readCursor, toPage } from '../ground/page.ts'
import { find } from './inbox.ts'
import type { TimelineQuery } from './message.ts'
import { entries } from './tables.ts'
import { teamView } from './views.ts'

/** Entries of one answer. */
export const portion = 100

type Placed = { position: number }
/** One more than a portion of those beyond a place, going on or going back. */
type Read<T> = (from: number | undefined, isForward: boolean) => Promise<T[]>

/** What came after a place, or the latest, or what was before those: each time the earliest first. */
export async function page<T extends Placed>(query: z.output<typeof TimelineQuery>, read: Read<T>) {
  const isForward = query.since !== undefined
  const cursor = Number(readCursor(query.after, 1)?.[0])
  const from = Number.isInteger(cursor) && cursor > 0 && cursor < 2 ** 31 ? cursor : query.since
  const { items, next } = toPage(await read(from, isForward), ({ position }) => [String(position)], portion)
  return { items: isForward ? items : items.reverse(), next }
}

/** All that the team has of a conversation. @throws Refusal not_found */
export async function timeline(db: Tx, actor: Actor, id: string, query: z.output<typeof TimelineQuery>) {
  const { accountId } = await find(db, actor, id)
  const { position } = entries
  return page(query, async (from, isForward) => {
    const found = await db
      .select()
      .from(entries)
      .where(
        and(
          eq(entries.accountId, accountId),
          eq(entries.conversationId, id),
          from === undefined ? undefined : isForward ? gt(position, from) : lt(position, from),
        ),
      )
      .orderBy(isForward ? asc(position) : desc(position))
      .limit(portion + 1)
    return found.map(teamView)
  })
}
