import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageById, pageSize } from '../platform/database/keyset-page.ts'
import { findShowRow } from '../shows/account-shows.ts'
import { requirePublishedShow } from '../shows/public-shows.ts'
import { type ChatLine, publicChatLines, type TeamChatLine } from './chat-line.ts'
import { chatLines } from './tables.ts'

/** How many lines a viewer sees on joining. */
const recentLines = 50

export const ChatLineQuery = z.strictObject({ after: cursorParam })

/**
 * The latest lines, in the order in which they were written.
 * @throws Refusal not_found
 */
export async function latestChatLines(db: Tx, show: string) {
  const { accountId } = await requirePublishedShow(db, show)
  const found = await db
    .select()
    .from(publicChatLines)
    .where(and(eq(publicChatLines.accountId, accountId), eq(publicChatLines.showId, show)))
    .orderBy(desc(publicChatLines.id))
    .limit(recentLines)
  return { items: found.reverse().map(toChatLine), next: null }
}

/**
 * Lists all lines for the team, including removed ones, the latest first.
 * @throws Refusal not_found
 */
export async function listChatLines(
  db: Tx,
  actor: Actor,
  show: string,
  query: z.output<typeof ChatLineQuery>,
) {
  await findShowRow(db, actor.account, show)
  const { items, next } = await pageById(db.select().from(chatLines), chatLines.id, {
    where: and(eq(chatLines.accountId, actor.account), eq(chatLines.showId, show)),
    after: query.after,
    size: 2 * pageSize,
  })
  return { items: items.map(toTeamChatLine), next }
}

export const toTeamChatLine = (line: typeof chatLines.$inferSelect): z.input<typeof TeamChatLine> => ({
  id: line.id,
  kind: line.kind,
  name: line.name,
  username: line.username,
  host: line.host,
  text: line.text,
  at: line.createdAt,
  by: line.personName,
  deletedBy: line.deletedBy,
})

const toChatLine = (line: typeof publicChatLines.$inferSelect): z.input<typeof ChatLine> => ({
  id: line.id,
  kind: line.kind,
  name: line.name,
  username: line.username,
  host: line.host,
  text: line.text,
  at: line.createdAt,
})
