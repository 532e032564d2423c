import { sql } from 'drizzle-orm'
import { lockExclusively } from '../access/locks.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { readDatabaseClock } from '../platform/database/database-clock.ts'
import { publishToShow } from '../shows/show-events.ts'
import { GiveawayPush, ownGiveaways, toGiveawayView } from './giveaway.ts'
import { giveaways } from './tables.ts'

export type GiveawayRecord = typeof giveaways.$inferSelect

/** Locks the giveaway until the commit. Must run in the seller's scope. */
export async function lockGiveaway(tx: Tx, account: string, id: string): Promise<GiveawayRecord | undefined> {
  await lockExclusively(tx, 'giveaway', account, id)
  const [found] = await tx
    .select()
    .from(giveaways)
    .where(byKey(giveaways, account, id))
  return found
}

export const updateGiveaway = (tx: Tx, { accountId, id }: GiveawayRecord, values: object) =>
  tx
    .update(giveaways)
    .set({ ...values, version: sql`${giveaways.version} + 1` })
    .where(byKey(giveaways, accountId, id))

export async function publishGiveaway(tx: Tx, account: string, id: string) {
  const [found] = await tx
    .select()
    .from(ownGiveaways)
    .where(byKey(ownGiveaways, account, id))
  const giveaway = toGiveawayView(found as NonNullable<typeof found>, await readDatabaseClock(tx))
  // There can be many entries, so they are not pushed: a page that checks the draw requests them.
  await publishToShow(tx, { account, show: giveaway.show }, GiveawayPush, {
    giveaway: { ...giveaway, drawnFrom: null },
  })
  return giveaway
}
