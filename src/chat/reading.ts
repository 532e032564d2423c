import { and, desc, eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { rowOf } from '../shows/listing.ts'
import { shown } from '../shows/published.ts'
import { shownLines } from './line.ts'
import { chatLines } from './tables.ts'

/** Lines that whoever comes late is shown. */
const recent = 50

export const LineQuery = z.strictObject({ after })

/** The latest lines, the earliest of them first. @throws Refusal not_found */
export async function latest(db: Tx, show: string) {
  const { accountId } = await shown(db, show)
  const found = await db
    .select()
    .from(shownLines)
    .where(and(eq(shownLines.accountId, accountId), eq(shownLines.showId, show)))
    .orderBy(desc(shownLines.id))
    .limit(recent)
  return { items: found.reverse().map((line) => ({ ...line, at: line.createdAt })), next: null }
}

/** All that was said, to the team: the latest first. @throws Refusal not_found */
export async function list(db: Tx, actor: Actor, show: string, query: z.output<typeof LineQuery>) {
  await rowOf(db, actor.account, show)
  const [last] = readCursor(query.after, 1) ?? []
  const found = await db
    .select()
    .from(chatLines)
    .where(
      and(
        eq(chatLines.accountId, actor.account),
        eq(chatLines.showId, show),
        last ? lt(chatLines.id, last) : undefined,
      ),
    )
    .orderBy(desc(chatLines.id))
    .limit(2 * pageSize + 1)
  const { items, next } = toPage(found, ({ id }) => [id], 2 * pageSize)
  return { items: items.map(teamView), next }
}

export const teamView = (line: typeof chatLines.$inferSelect) => ({
  ...line,
  person: line.personName,
  at: line.createdAt,
})
