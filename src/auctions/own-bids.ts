import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { reference } from '../ground/text.ts'
import { shown } from '../shows/published.ts'
import { shownAuctions } from './auction.ts'
import { auctionStates, bids } from './tables.ts'

export const OwnBidQuery = z.strictObject({
  /** Those in one show, with how far each goes. */
  show: reference.optional(),
  after,
})

export const OwnBid = z
  .object({
    id: z.string(),
    auction: z.string(),
    show: z.string(),
    title: z.string(),
    currency: z.string(),
    amount: z.int(),
    /** Only asked by show: how far it is raised by itself. */
    max: z.int().nullable(),
    /** What the auction stands at, or went for. */
    price: z.int().nullable(),
    state: z.enum(auctionStates),
    /** Whether the account leads, or has won. */
    leading: z.boolean(),
    /** Which of its people bid. */
    person: z.string(),
    at: z.date(),
  })
  .meta({ id: 'OwnBid' })

/** What the account bid, the latest first. @throws Refusal not_found */
export async function list(db: Tx, actor: Actor, query: z.output<typeof OwnBidQuery>) {
  const [last] = readCursor(query.after, 1) ?? []
  const found = await db
    .select({
      id: bids.id,
      auction: bids.auctionId,
      amount: bids.amount,
      person: bids.personName,
      at: bids.createdAt,
      show: shownAuctions.showId,
      title: shownAuctions.title,
      currency: shownAuctions.currency,
      price: shownAuctions.price,
      state: shownAuctions.state,
      leading: sql<boolean>`coalesce(${shownAuctions.leaderId} = ${actor.account}, false)`,
    })
    .from(bids)
    .innerJoin(
      shownAuctions,
      and(eq(shownAuctions.accountId, bids.accountId), eq(shownAuctions.id, bids.auctionId)),
    )
    .where(
      and(
        eq(bids.buyerId, actor.account),
        query.show ? eq(shownAuctions.showId, query.show) : undefined,
        last ? lt(bids.id, last) : undefined,
      ),
    )
    .orderBy(desc(bids.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ id }) => [id])
  const most =
    query.show && items.length > 0 ? await maxima(db, actor, query.show) : new Map<string, number>()
  return { items: items.map((bid) => ({ ...bid, max: most.get(bid.id) ?? null })), next }
}

/** How far the account's own bids in a show go: that stands on the seller's side, where no seller reads it. */
async function maxima(db: Tx, actor: Actor, show: string) {
  const { accountId } = await shown(db, show)
  const back = { as: 'account', account: actor.account, person: actor.person } as const
  const found = await onTheSideOf(db, accountId, back, () =>
    db
      .select({ id: bids.id, max: bids.max })
      .from(bids)
      .where(and(eq(bids.accountId, accountId), eq(bids.buyerId, actor.account)))
      .orderBy(desc(bids.id))
      .limit(500),
  )
  return new Map(found.map(({ id, max }) => [id, max]))
}
