import { and, eq, getViewSelectedFields } from 'drizzle-orm'
import { holdAlone } from '../door/locks.ts'
import { moment } from '../ground/clock.ts'
import type { Tx } from '../ground/db.ts'
import { say } from '../shows/telling.ts'
import { ownAuctions, view } from './auction.ts'
import { auctions } from './tables.ts'

export type AuctionRow = typeof auctions.$inferSelect

/**
 * The auction, which nothing else changes until the commit, and the clock as it is now that it is held: whatever
 * waited for it is told by this clock whether it is in time.
 */
export async function hold(tx: Tx, account: string, id: string) {
  await holdAlone(tx, 'auction', account, id)
  const [found] = await tx
    .select({ auction: auctions, now: moment })
    .from(auctions)
    .where(ofAuction(account, id))
  return found && { ...found, now: Number(found.now) }
}

export const ofAuction = (account: string, id: string) =>
  and(eq(auctions.accountId, account), eq(auctions.id, id))

/** Shows whoever watches how it stands. @returns that */
export async function tellAuction(tx: Tx, account: string, id: string) {
  const [found] = await tx
    .select({ ...getViewSelectedFields(ownAuctions), now: moment })
    .from(ownAuctions)
    .where(and(eq(ownAuctions.accountId, account), eq(ownAuctions.id, id)))
  const { now, ...shown } = found as NonNullable<typeof found>
  const auction = view(shown, Number(now))
  await say(tx, { account, show: auction.show }, { type: 'auction', auction })
  return auction
}
