import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageById } from '../platform/database/keyset-page.ts'
import { actingForOtherAccount, scopeOf } from '../platform/database/scope.ts'
import { idReference } from '../platform/text-schemas.ts'
import { requirePublishedShow } from '../shows/public-shows.ts'
import { publicAuctions } from './auction.ts'
import { bids } from './tables.ts'
import { auctionStatuses } from './vocabulary.ts'

export const OwnBidQuery = z.strictObject({
  show: idReference
    .optional()
    .describe("A show's id: only bids in this show are listed, each with its maximum."),
  after: cursorParam,
})

export const OwnBid = z
  .object({
    id: z.string(),
    auction: z.string(),
    show: z.string(),
    title: z.string(),
    currency: z.string(),
    amount: z.int().describe('The bid, in minor units of `currency`.'),
    max: z
      .int()
      .nullable()
      .describe('The maximum up to which the server bids. Null unless the query has `show`.'),
    price: z.int().nullable().describe("The auction's current or final price."),
    status: z.enum(auctionStatuses),
    leading: z.boolean().describe('Whether the account leads or has won.'),
    by: z.string().describe('The name of the member who placed the bid.'),
    at: z.date(),
  })
  .meta({ id: 'OwnBid' })

/**
 * Lists the account's bids, the latest first.
 * @throws Refusal not_found
 */
export async function listOwnBids(db: Tx, actor: Actor, query: z.output<typeof OwnBidQuery>) {
  const selection = db
    .select({
      id: bids.id,
      auction: bids.auctionId,
      amount: bids.amount,
      by: bids.personName,
      at: bids.createdAt,
      show: publicAuctions.showId,
      title: publicAuctions.title,
      currency: publicAuctions.currency,
      price: publicAuctions.price,
      status: publicAuctions.status,
      leading: sql<boolean>`coalesce(${publicAuctions.leaderId} = ${actor.account}, false)`,
    })
    .from(bids)
    .innerJoin(publicAuctions, byKey(publicAuctions, bids.accountId, bids.auctionId))
  const { items, next } = await pageById(selection, bids.id, {
    where: and(
      eq(bids.buyerId, actor.account),
      query.show ? eq(publicAuctions.showId, query.show) : undefined,
    ),
    after: query.after,
  })
  const maximumOf =
    query.show && items.length > 0 ? await findMaxima(db, actor, query.show) : new Map<string, number>()
  return { items: items.map((bid) => ({ ...bid, max: maximumOf.get(bid.id) ?? null })), next }
}

/**
 * The maximum of each of the account's bids in a show. They are stored on the seller's side, where no seller can read
 * them.
 */
async function findMaxima(db: Tx, actor: Actor, show: string) {
  const { accountId } = await requirePublishedShow(db, show)
  const buyerScope = scopeOf(actor)
  const found = await actingForOtherAccount(db, accountId, buyerScope, () =>
    db
      .select({ id: bids.id, max: bids.max })
      .from(bids)
      .where(and(eq(bids.accountId, accountId), eq(bids.buyerId, actor.account)))
      .orderBy(desc(bids.id))
      .limit(500),
  )
  return new Map(found.map(({ id, max }) => [id, max]))
}
