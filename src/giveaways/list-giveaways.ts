import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../platform/database/database.ts'
import { readDatabaseClock } from '../platform/database/database-clock.ts'
import { pageSize } from '../platform/database/keyset-page.ts'
import { requirePublishedShow } from '../shows/public-shows.ts'
import { publicGiveaways, toGiveawayView } from './giveaway.ts'

/**
 * Lists the giveaways of a show, the latest first.
 * @throws Refusal not_found
 */
export async function latestGiveaways(db: Tx, showId: string) {
  const { accountId } = await requirePublishedShow(db, showId)
  const found = await db
    .select()
    .from(publicGiveaways)
    .where(and(eq(publicGiveaways.accountId, accountId), eq(publicGiveaways.showId, showId)))
    .orderBy(desc(publicGiveaways.id))
    .limit(pageSize)
  const now = await readDatabaseClock(db)
  return { items: found.map((giveaway) => toGiveawayView(giveaway, now)), next: null }
}
