import { and, eq, lte, sql } from 'drizzle-orm'
import { type Act, record, theService } from '../door/record.ts'
import { accounts } from '../door/tables.ts'
import type { Band } from '../ground/config.ts'
import { asService, type Database, type Tx } from '../ground/db.ts'
import { within } from '../ground/scope.ts'
import { unsell } from '../inventory/selling.ts'
import { tellBoth } from '../orders/paying.ts'
import { type Destination, placeWon } from '../orders/placing.ts'
import { type OrderRef, orLater, settleCharge, type Till } from '../orders/settling.ts'
import { bestOf } from './bidding.ts'
import { type AuctionRow, hold, ofAuction, tellAuction } from './holding.ts'
import { auctions } from './tables.ts'

export type Ref = { account: string; id: string }

/** What auctions are ended with. */
export type Hammer = { till: Till; bands: Band[] }

/**
 * Ends an auction whose time is over, once: it is sold to whoever leads, at the price, and charged; or nobody bid, and
 * what it was for is in stock again. May be called at any time by any node.
 */
export async function conclude({ till, bands }: Hammer, { account, id }: Ref): Promise<void> {
  const close = async (tx: Tx) => {
    const held = await hold(tx, account, id)
    if (held?.auction.state !== 'running' || held.now < held.auction.endsAt.getTime()) return undefined
    const won = held.auction.leaderId === null ? undefined : await sell(tx, held.auction, bands)
    if (held.auction.leaderId === null) await giveBack(tx, held.auction)
    await tx
      .update(auctions)
      .set({
        state: held.auction.leaderId === null ? 'unsold' : 'sold',
        orderId: won?.order ?? null,
        version: sql`${auctions.version} + 1`,
      })
      .where(ofAuction(account, id))
    await tellAuction(tx, account, id)
    return won
  }
  // Not on the lane of the bids, which an end would have to queue behind.
  const order = await within(till.database, { as: 'system', account }, close, [], 'team')
  if (order) await orLater(settleCharge(till, order))
}

async function sell(tx: Tx, auction: AuctionRow, bands: Band[]): Promise<OrderRef | undefined> {
  const { accountId, leaderId, leaderName, price } = auction
  if (auction.rehearsal) return undefined
  const best = await bestOf(tx, auction, leaderId as string)
  const seller = await sellerOf(tx, accountId)
  const order = await placeWon(tx, {
    seller: { ...seller, currency: auction.currency },
    buyer: {
      account: best.buyerId,
      accountName: best.buyerName,
      person: best.personId,
      name: best.personName,
    },
    address: best.address as Destination,
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
  await tellBoth(tx, { accountId, buyerId: best.buyerId })
  return { seller: accountId, order }
}

async function giveBack(tx: Tx, { accountId, id, productId, title, rehearsal }: AuctionRow) {
  if (rehearsal) return
  await unsell(tx, accountId, { id: productId, quantity: 1 }, { order: id, buyer: '' })
  await recordAsClock(tx, await sellerOf(tx, accountId), {
    act: 'shows.auction_unsold',
    subject: { id, name: title },
  })
}

export async function sellerOf(tx: Tx, account: string) {
  const [found] = await tx
    .select({ id: accounts.id, name: accounts.name, currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, account))
  return found as NonNullable<typeof found>
}

export const recordAsClock = (tx: Tx, { id, name }: { id: string; name: string }, act: Act) =>
  record(tx, theService(id, name), act)

/** Auctions whose time is over and that nobody has ended. */
export const due = (database: Database): Promise<Ref[]> =>
  asService(database, (tx) =>
    tx
      .select({ account: auctions.accountId, id: auctions.id })
      .from(auctions)
      .where(and(eq(auctions.state, 'running'), lte(auctions.endsAt, sql`clock_timestamp()`)))
      .limit(100),
  )
