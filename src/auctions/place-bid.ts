import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { lockTrade } from '../access/locks.ts'
import { refuseBlockedBuyer } from '../buyers/buyer-bans.ts'
import { Refusal } from '../errors/refusal.ts'
import { productFields } from '../inventory/product.ts'
import { paymentMethodLabel } from '../payments/payment-methods.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { actingForOtherAccount, scopeOf } from '../platform/database/scope.ts'
import { newId } from '../platform/ids.ts'
import { idReference } from '../platform/text-schemas.ts'
import { requirePublishedShow } from '../shows/public-shows.ts'
import { purchaseAddress, purchaseMethod } from '../spending/buy.ts'
import { refuseConflictOfInterest } from '../team/conflict-of-interest.ts'
import { type AuctionStanding, bidOutcome, bidStep, endAfterBid, minimumBid } from './bidding-rules.ts'
import { type AuctionRecord, lockAuction, publishAuction } from './lock-auction.ts'
import { auctions, bids } from './tables.ts'

export const NewBid = z
  .strictObject({
    show: idReference,
    auction: idReference,
    amount: productFields.price.describe("In minor units of the show's currency."),
    max: productFields.price
      .optional()
      .describe(
        'The amount up to which the server raises the bid against others, one step at a time. Default: `amount`.',
      ),
    currency: z.string().max(3).optional().describe("If given, it must be the show's currency."),
  })
  .refine(({ amount, max }) => max === undefined || max >= amount, {
    path: ['max'],
    params: { code: 'below_amount' },
  })

export const BidResult = z
  .object({
    id: z.string(),
    leading: z.boolean().describe("Whether the bid leads. If not, another account's maximum is higher."),
    price: z.int().describe("The auction's price after the bid, in minor units."),
    minimum: z.int().describe('The lowest bid that is accepted now.'),
    max: z.int().describe("The account's own maximum, which nobody else can see."),
    endsAt: z.date().describe('When the auction ends, unless a later bid moves the end.'),
  })
  .meta({ id: 'BidResult' })

type Terms = Pick<typeof bids.$inferInsert, 'method' | 'address'>
type Bidder = { account: string; accountName: string; person: string; name: string }

/**
 * Places a bid for the actor's account in another account's show. The payment method and the address are read in the
 * buyer's scope; the bid is then written in the seller's scope and cannot be withdrawn.
 * @throws Refusal not_found, own_show, wrong_currency, no_address, no_payment_method, blocked, conflict_of_interest,
 * auction_over or bid_too_low (with the minimum)
 */
export async function placeBid(db: Tx, actor: Actor, input: z.output<typeof NewBid>) {
  const show = await requirePublishedShow(db, input.show)
  if (show.accountId === actor.account) throw new Refusal('own_show')
  if (input.currency !== undefined && input.currency !== show.currency)
    throw new Refusal('wrong_currency', { currency: show.currency })
  await lockTrade(db, actor.account, show.accountId)
  const address = await purchaseAddress(db, actor, undefined)
  const { provider, ref, ...method } = await purchaseMethod(db, actor, undefined)
  const terms = { address, method: { provider, ref, label: paymentMethodLabel(method) } }
  const { result, title } = await actingForOtherAccount(db, show.accountId, scopeOf(actor), async () => {
    await refuseBlockedBuyer(db, show.accountId, actor.person)
    await refuseConflictOfInterest(db, show.accountId, actor.person, { id: show.id, name: show.title })
    return takeBid(db, show.accountId, input, actor, terms)
  })
  await recordAct(db, actor, {
    act: 'spending.bid',
    subject: { id: input.auction, name: title },
    details: { amount: input.amount, currency: show.currency, shop: show.shop },
  })
  return result
}

/**
 * Records a bid according to the rules and the database's clock. Runs in the seller's scope.
 * @throws Refusal auction_over or bid_too_low
 */
export async function takeBid(
  tx: Tx,
  account: string,
  { auction: id, show, amount, max = amount }: Omit<z.output<typeof NewBid>, 'currency'>,
  bidder: Bidder,
  terms: Terms,
) {
  const locked = await lockAuction(tx, account, id)
  if (!locked || locked.auction.showId !== show) throw new Refusal('not_found')
  const { auction, now } = locked
  if (auction.status !== 'running' || now >= auction.endsAt.getTime()) throw new Refusal('auction_over')
  const standing = await readStanding(tx, auction)
  const lowest = lowestBid(standing, bidder.account)
  const offered = standing.leader?.buyer === bidder.account ? max : amount
  if (offered < lowest) throw new Refusal('bid_too_low', { minimum: lowest, currency: auction.currency })
  const outcome = bidOutcome(standing, { buyer: bidder.account, amount, max })
  const price = outcome?.price ?? (standing.price as number)
  const leads = outcome?.leads ?? true
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
  const endsAt = outcome
    ? new Date(endAfterBid({ ...auction, endsAt: auction.endsAt.getTime() }, now))
    : auction.endsAt
  if (outcome) {
    await tx
      .update(auctions)
      .set({
        price,
        endsAt,
        bids: sql`${auctions.bids} + 1`,
        version: sql`${auctions.version} + 1`,
        ...(leads && { leaderId: bidder.account, leaderName: bidder.accountName }),
      })
      .where(byKey(auctions, account, id))
    await publishAuction(tx, account, id)
  }
  const next = minimumBid({ startingBid: auction.startingBid, price })
  return { result: { id: bidId, leading: leads, price, minimum: next, max, endsAt }, title: auction.title }
}

/** The lowest bid that a bidder can place; for the leader, the lowest value that their maximum can take. */
const lowestBid = (standing: AuctionStanding, buyer: string): number =>
  standing.leader?.buyer === buyer ? standing.leader.max + bidStep(standing.leader.max) : minimumBid(standing)

/** The price, the leader and the leader's maximum, which is the highest one that they have given. */
export async function readStanding(tx: Tx, auction: AuctionRecord): Promise<AuctionStanding> {
  const { startingBid, price, leaderId } = auction
  if (leaderId === null) return { startingBid, price, leader: null }
  const { max } = await findBestBid(tx, auction, leaderId)
  return { startingBid, price, leader: { buyer: leaderId, max } }
}

/** The account's bid with the highest maximum, and the method that pays for it. */
export async function findBestBid(tx: Tx, { accountId, id }: AuctionRecord, buyer: string) {
  const [found] = await tx
    .select()
    .from(bids)
    .where(and(eq(bids.accountId, accountId), eq(bids.auctionId, id), eq(bids.buyerId, buyer)))
    .orderBy(desc(bids.max), desc(bids.id))
    .limit(1)
  return found as NonNullable<typeof found>
}
