import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { refuseBlocked } from '../chat/writing.ts'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { holdTrade } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { reference } from '../ground/text.ts'
import { fields } from '../inventory/product.ts'
import * as methods from '../payments/methods.ts'
import { shown } from '../shows/published.ts'
import { addressOf, methodOf } from '../spending/buying.ts'
import { refuseInterested } from '../team/interest.ts'
import { type AuctionRow, hold, ofAuction, tellAuction } from './holding.ts'
import { endAfter, minimum, outcome, type Standing, step } from './rules.ts'
import { auctions, bids } from './tables.ts'

export const NewBid = z
  .strictObject({
    show: reference,
    auction: reference,
    /** In minor units of the show's currency. */
    amount: fields.price,
    /** How far it is raised by itself against others, one step at a time; left out: no further. */
    max: fields.price.optional(),
    /** If given, it must be the show's. */
    currency: z.string().max(3).optional(),
  })
  .refine(({ amount, max }) => max === undefined || max >= amount, {
    path: ['max'],
    params: { code: 'below_amount' },
  })

export const BidResult = z
  .object({
    id: z.string(),
    /** Whether it leads. If not, somebody's maximum went further. */
    leading: z.boolean(),
    price: z.int(),
    /** The least that can be bid now. */
    minimum: z.int(),
    /** Of this account. */
    max: z.int(),
    endsAt: z.date(),
  })
  .meta({ id: 'BidResult' })

type Terms = Pick<typeof bids.$inferInsert, 'method' | 'address'>
type Bidder = { account: string; accountName: string; person: string; name: string }

/**
 * Bids for the actor's account in another one's show: with what it would be paid and where it would be sent, read as
 * the buyer; the bid is written on the seller's side, and stands.
 * @throws Refusal not_found, own_show, wrong_currency, no_address, no_payment_method, blocked, conflict_of_interest,
 *   auction_over or bid_too_low (with the minimum)
 */
export async function bid(db: Tx, actor: Actor, input: z.output<typeof NewBid>) {
  const show = await shown(db, input.show)
  if (show.accountId === actor.account) throw new Refusal('own_show')
  if (input.currency !== undefined && input.currency !== show.currency)
    throw new Refusal('wrong_currency', { currency: show.currency })
  await holdTrade(db, actor.account, show.accountId)
  const address = await addressOf(db, actor, undefined)
  const { provider, ref, ...method } = await methodOf(db, actor, undefined)
  const terms = { address, method: { provider, ref, label: methods.label(method) } }
  const { result, title } = await onTheSideOf(
    db,
    show.accountId,
    { as: 'account', account: actor.account, person: actor.person },
    async () => {
      await refuseBlocked(db, show.accountId, actor.person)
      await refuseInterested(db, show.accountId, actor.person, { id: show.id, name: show.title })
      return take(db, show.accountId, input, actor, terms)
    },
  )
  await record(db, actor, {
    act: 'spending.bid',
    subject: { id: input.auction, name: title },
    details: { amount: input.amount, currency: show.currency, shop: show.shop },
  })
  return result
}

/** Takes a bid, as the rules and the database's clock have it. Runs as the seller's account. */
export async function take(
  tx: Tx,
  account: string,
  { auction: id, show, amount, max = amount }: Omit<z.output<typeof NewBid>, 'currency'>,
  bidder: Bidder,
  terms: Terms,
) {
  const held = await hold(tx, account, id)
  if (!held || held.auction.showId !== show) throw new Refusal('not_found')
  const { auction, now } = held
  if (auction.state !== 'running' || now >= auction.endsAt.getTime()) throw new Refusal('auction_over')
  const standing = await standingOf(tx, auction)
  const least = leastOf(standing, bidder.account)
  const given = standing.leader?.buyer === bidder.account ? max : amount
  if (given < least) throw new Refusal('bid_too_low', { minimum: least, currency: auction.currency })
  const became = outcome(standing, { buyer: bidder.account, amount, max })
  const price = became?.price ?? (standing.price as number)
  const leads = became?.leads ?? true
  const bidId = newId('bid')
  await tx.insert(bids).values({
    accountId: account,
    buyerId: bidder.account,
    id: bidId,
    auctionId: id,
    buyerName: bidder.accountName,
    personId: bidder.person,
    personName: bidder.name,
    amount,
    max,
    price,
    led: leads,
    createdAt: new Date(now),
    ...terms,
  })
  const endsAt = became
    ? new Date(endAfter({ ...auction, endsAt: auction.endsAt.getTime() }, now))
    : auction.endsAt
  if (became) {
    await tx
      .update(auctions)
      .set({
        price,
        endsAt,
        bids: sql`${auctions.bids} + 1`,
        version: sql`${auctions.version} + 1`,
        ...(leads && { leaderId: bidder.account, leaderName: bidder.accountName }),
      })
      .where(ofAuction(account, id))
    await tellAuction(tx, account, id)
  }
  const next = minimum({ startingBid: auction.startingBid, price })
  return { result: { id: bidId, leading: leads, price, minimum: next, max, endsAt }, title: auction.title }
}

/** The least that a bidder can bid; for whoever leads, the least that their maximum can become. */
const leastOf = (standing: Standing, buyer: string): number =>
  standing.leader?.buyer === buyer ? standing.leader.max + step(standing.leader.max) : minimum(standing)

/** Price, leader, and how far the leader would go: the highest maximum that they have given. */
export async function standingOf(tx: Tx, auction: AuctionRow): Promise<Standing> {
  const { startingBid, price, leaderId } = auction
  if (leaderId === null) return { startingBid, price, leader: null }
  const { max } = await bestOf(tx, auction, leaderId)
  return { startingBid, price, leader: { buyer: leaderId, max } }
}

/** An account's bid that goes furthest, with what it is to be paid with. */
export async function bestOf(tx: Tx, { accountId, id }: AuctionRow, buyer: string) {
  const [found] = await tx
    .select()
    .from(bids)
    .where(and(eq(bids.accountId, accountId), eq(bids.auctionId, id), eq(bids.buyerId, buyer)))
    .orderBy(desc(bids.max), desc(bids.id))
    .limit(1)
  return found as NonNullable<typeof found>
}
