import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import type { Tx } from '../../platform/database/database.ts'
import { toTeamEntry } from '../entry-views.ts'
import type { TimelineQuery } from '../message.ts'
import { entries } from '../tables.ts'
import { entriesPerPage, timelinePage } from '../timeline.ts'
import { findConversationRow } from './inbox.ts'

/**
 * Lists all entries of a conversation as the team sees them.
 * @throws Refusal not_found
 */
export async function listTeamTimeline(
  db: Tx,
  actor: Actor,
  id: string,
  query: z.output<typeof TimelineQuery>,
) {
  const { accountId } = await findConversationRow(db, actor, id)
  const { position } = entries
  return timelinePage(query, async (from, isForward) => {
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
      .limit(entriesPerPage + 1)
    return found.map(toTeamEntry)
  })
}
