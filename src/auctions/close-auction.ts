import { and, eq, lte, sql } from 'drizzle-orm'
import { recordAsClock } from '../access/audit.ts'
import { returnToStock } from '../inventory/reserve-stock.ts'
import { findSeller, placeWonOrder, type ShippingAddress } from '../orders/payment/place-order.ts'
import { publishToBothSides } from '../orders/sale/publish-order.ts'
import { type OrderRef, type PaymentService, refreshCharge, retryLater } from '../orders/settlement.ts'
import type { ShippingBand } from '../platform/config.ts'
import { byKey } from '../platform/database/by-key.ts'
import { type Database, serviceTransaction, type Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { EndRef, TimedEnding } from '../shows/end-timer.ts'
import { type AuctionRecord, lockAuction, publishAuction } from './lock-auction.ts'
import { findBestBid } from './place-bid.ts'
import { auctions } from './tables.ts'

/** What closing an auction needs. */
export type ClosingServices = { paymentService: PaymentService; bands: ShippingBand[] }

/**
 * Closes an auction whose time is over, once. The leading bidder buys it at the current price and is charged;
 * without a bid, the reserved stock is released. Any node may call it at any time.
 */
export async function closeAuction(
  { paymentService, bands }: ClosingServices,
  { account, id }: EndRef,
): Promise<void> {
  const close = async (tx: Tx) => {
    const locked = await lockAuction(tx, account, id)
    if (locked?.auction.status !== 'running' || locked.now < locked.auction.endsAt.getTime()) return undefined
    const won = locked.auction.leaderId === null ? undefined : await sell(tx, locked.auction, bands)
    if (locked.auction.leaderId === null) await releaseStock(tx, locked.auction)
    await tx
      .update(auctions)
      .set({
        status: locked.auction.leaderId === null ? 'unsold' : 'sold',
        orderId: won?.order ?? null,
        version: sql`${auctions.version} + 1`,
      })
      .where(byKey(auctions, account, id))
    await publishAuction(tx, account, id)
    return won
  }
  // Uses another connection pool than bids do: in their pool, the closing would have to queue behind them.
  const order = await inScope(paymentService.database, { as: 'system', account }, close, [], 'urgent')
  if (order) await retryLater(refreshCharge(paymentService, order))
}

async function sell(tx: Tx, auction: AuctionRecord, bands: ShippingBand[]): Promise<OrderRef | undefined> {
  const { accountId, leaderId, leaderName, price } = auction
  if (auction.rehearsal) return undefined
  const best = await findBestBid(tx, auction, leaderId as string)
  const seller = await findSeller(tx, accountId)
  const order = await placeWonOrder(tx, {
    seller: { ...seller, currency: auction.currency },
    buyer: {
      account: best.buyerId,
      accountName: best.buyerName,
      person: best.personId,
      name: best.personName,
    },
    address: best.address as ShippingAddress,
    method: best.method as NonNullable<typeof best.method>,
    show: auction.showId,
    product: auction.productId,
    price: price as number,
    bands,
  })
  await recordAsClock(tx, seller, {
    act: 'shows.auction_sold',
    subject: { id: auction.id, name: auction.title },
    details: { to: leaderName, amount: price, currency: auction.currency },
  })
  await publishToBothSides(tx, { accountId, buyerId: best.buyerId })
  return { seller: accountId, order }
}

async function releaseStock(tx: Tx, { accountId, id, productId, title, rehearsal }: AuctionRecord) {
  if (rehearsal) return
  await returnToStock(tx, accountId, { id: productId, quantity: 1 }, { order: id, buyer: '' })
  await recordAsClock(tx, await findSeller(tx, accountId), {
    act: 'shows.auction_unsold',
    subject: { id, name: title },
  })
}

/** Running auctions whose end has passed. */
const dueAuctions = (database: Database): Promise<EndRef[]> =>
  serviceTransaction(database, (tx) =>
    tx
      .select({ account: auctions.accountId, id: auctions.id })
      .from(auctions)
      .where(and(eq(auctions.status, 'running'), lte(auctions.endsAt, sql`clock_timestamp()`)))
      .limit(100),
  )

/** How auctions end at their time. */
export const auctionEnding = (services: ClosingServices): TimedEnding => ({
  type: 'auction',
  openStatus: 'running',
  due: () => dueAuctions(services.paymentService.database),
  end: (ref) => closeAuction(services, ref),
})
