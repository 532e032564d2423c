import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { paymentStatuses } from '../orders/sale/by-show.ts'
import type { Tx } from '../platform/database/database.ts'
import { readDatabaseClock } from '../platform/database/database-clock.ts'
import { cursorParam, pageById } from '../platform/database/keyset-page.ts'
import { findShowRow } from '../shows/account-shows.ts'
import { requirePublishedShow } from '../shows/public-shows.ts'
import { ownAuctions, publicAuctions, toAuctionView } from './auction.ts'

export const AuctionQuery = z.strictObject({ after: cursorParam })
/**
 * Lists the auctions of a show as everybody sees them, the latest first.
 * @throws Refusal not_found
 */
export async function latestAuctions(db: Tx, showId: string, query: z.output<typeof AuctionQuery>) {
  const { accountId } = await requirePublishedShow(db, showId)
  const { items, next } = await pageById(db.select().from(publicAuctions), publicAuctions.id, {
    where: and(eq(publicAuctions.accountId, accountId), eq(publicAuctions.showId, showId)),
    after: query.after,
  })
  const now = await readDatabaseClock(db)
  return { items: items.map((auction) => toAuctionView(auction, now)), next }
}
/**
 * Lists the auctions of the account's own show, with the status of each winner's payment.
 * @throws Refusal not_found
 */
export async function listAuctions(
  db: Tx,
  actor: Actor,
  showId: string,
  query: z.output<typeof AuctionQuery>,
) {
  await findShowRow(db, actor.account, showId)
  const { items, next } = await pageById(db.select().from(ownAuctions), ownAuctions.id, {
    where: and(eq(ownAuctions.accountId, actor.account), eq(ownAuctions.showId, showId)),
    after: query.after,
  })
  const now = await readDatabaseClock(db)
  const payments = await paymentStatuses(
    db,
    actor,
    items.flatMap(({ orderId }) => orderId ?? []),
  )
  return {
    items: items.map((auction) => ({
      ...toAuctionView(auction, now),
      order: auction.orderId,
      payment: payments.get(auction.orderId ?? '') ?? ('none' as const),
    })),
    next,
  }
}
