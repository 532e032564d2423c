import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { recordAsClock } from '../access/audit.ts'
import { lockDealings } from '../access/locks.ts'
import { returnToStock } from '../inventory/reserve-stock.ts'
import { findSeller, placeGiftOrder, type ShippingAddress } from '../orders/payment/place-order.ts'
import { publishToBothSides } from '../orders/sale/publish-order.ts'
import { type Database, serviceTransaction, type Tx } from '../platform/database/database.ts'
import { readDatabaseClock } from '../platform/database/database-clock.ts'
import { inScope } from '../platform/database/scope.ts'
import type { EndRef, TimedEnding } from '../shows/end-timer.ts'
import { drawWinner } from './fair-draw.ts'
import { entryPresenceSeconds } from './giveaway.ts'
import { type GiveawayRecord, lockGiveaway, publishGiveaway, updateGiveaway } from './lock-giveaway.ts'
import { giveawayEntries as entries, giveaways } from './tables.ts'

/**
 * Draws the winner among the entrants who are still present, once, after the giveaway's end. Any node may call it at
 * any time.
 */
export const drawGiveaway = (database: Database, { account, id }: EndRef): Promise<void> =>
  inScope(database, { as: 'system', account }, async (tx) => {
    const giveaway = await lockGiveaway(tx, account, id)
    if (giveaway?.status !== 'open' || (await readDatabaseClock(tx)) < giveaway.endsAt.getTime()) return
    const present = await tx
      .select()
      .from(entries)
      .where(
        and(
          eq(entries.accountId, account),
          eq(entries.giveawayId, id),
          gt(entries.seenAt, new Date(giveaway.endsAt.getTime() - entryPresenceSeconds * 1000)),
        ),
      )
      .orderBy(asc(entries.id))
    const ids = present.map((entry) => entry.id)
    const winner = present[ids.length > 0 ? drawWinner(giveaway.seed, ids) : 0]
    const order = winner && (await placeWinnersOrder(tx, giveaway, winner))
    if (!winner && !giveaway.rehearsal)
      await returnToStock(tx, account, { id: giveaway.productId, quantity: 1 }, { order: id, buyer: '' })
    await updateGiveaway(tx, giveaway, {
      status: winner ? 'drawn' : 'nobody',
      drawnFrom: ids,
      winnerId: winner?.buyerId ?? null,
      winnerName: winner?.buyerName ?? null,
      orderId: order ?? null,
    })
    await publishGiveaway(tx, account, id)
  })
/** Giveaways whose end has passed and that are not drawn. */
const dueGiveaways = (database: Database): Promise<EndRef[]> =>
  serviceTransaction(database, (tx) =>
    tx
      .select({ account: giveaways.accountId, id: giveaways.id })
      .from(giveaways)
      .where(and(eq(giveaways.status, 'open'), lte(giveaways.endsAt, sql`clock_timestamp()`)))
      .limit(100),
  )
async function placeWinnersOrder(tx: Tx, giveaway: GiveawayRecord, winner: typeof entries.$inferSelect) {
  const { accountId, showId, productId, rehearsal, id, title } = giveaway
  if (rehearsal) return undefined
  // The prize may go into the same shipment as an order that is being paid for.
  await lockDealings(tx, accountId, winner.buyerId)
  const seller = await findSeller(tx, accountId)
  const order = await placeGiftOrder(tx, {
    seller,
    buyer: {
      account: winner.buyerId,
      accountName: winner.buyerName,
      person: winner.personId,
      name: winner.personName,
    },
    address: winner.address as ShippingAddress,
    show: showId,
    product: productId,
  })
  await recordAsClock(tx, seller, {
    act: 'shows.giveaway_drawn',
    subject: { id, name: title },
    details: { to: winner.buyerName },
  })
  await publishToBothSides(tx, { accountId, buyerId: winner.buyerId })
  return order
}

/** How giveaways end at their time. */
export const giveawayEnding = (database: Database): TimedEnding => ({
  type: 'giveaway',
  openStatus: 'open',
  due: () => dueGiveaways(database),
  end: (ref) => drawGiveaway(database, ref),
})
