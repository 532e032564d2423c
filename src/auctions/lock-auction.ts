import { getViewSelectedFields } from 'drizzle-orm'
import { lockExclusively } from '../access/locks.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { databaseMilliseconds } from '../platform/database/database-clock.ts'
import { publishToShow } from '../shows/show-events.ts'
import { AuctionPush, ownAuctions, toAuctionView } from './auction.ts'
import { auctions } from './tables.ts'

export type AuctionRecord = typeof auctions.$inferSelect

/**
 * Locks the auction until the commit and then reads the clock. Whether a transaction that waited for the lock is in
 * time is decided by this reading.
 */
export async function lockAuction(tx: Tx, account: string, id: string) {
  await lockExclusively(tx, 'auction', account, id)
  const [found] = await tx
    .select({ auction: auctions, now: databaseMilliseconds })
    .from(auctions)
    .where(byKey(auctions, account, id))
  return found && { ...found, now: Number(found.now) }
}

/** Publishes the auction as it is now to the show's viewers. @returns the view that was published */
export async function publishAuction(tx: Tx, account: string, id: string) {
  const [found] = await tx
    .select({ ...getViewSelectedFields(ownAuctions), now: databaseMilliseconds })
    .from(ownAuctions)
    .where(byKey(ownAuctions, account, id))
  const { now, ...shown } = found as NonNullable<typeof found>
  const auction = toAuctionView(shown, Number(now))
  await publishToShow(tx, { account, show: auction.show }, AuctionPush, { auction })
  return auction
}
