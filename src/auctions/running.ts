import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Block, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import { clock } from '../ground/clock.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { reserve, reserved } from '../inventory/selling.ts'
import { paymentsOf } from '../orders/of-show.ts'
import { offered } from '../shows/lineup.ts'
import { rowOf } from '../shows/listing.ts'
import { shown } from '../shows/published.ts'
import { hold as holdShow } from '../shows/schedule.ts'
import { type NewAuction, ownAuctions, shownAuctions, view } from './auction.ts'
import { tellAuction } from './holding.ts'
import { auctions } from './tables.ts'

export const AuctionQuery = z.strictObject({ after })

/**
 * Begins an auction: nobody can stop it from then on. What it is for is taken from stock.
 * @throws Refusal not_found, not_live, auction_running or sold_out
 */
export async function start(db: Tx, actor: Actor, showId: string, given: z.output<typeof NewAuction>) {
  const show = await holdShow(db, actor, showId)
  if (show.state !== 'live') throw new Refusal('not_live')
  if (await isRunning(db, showId)) throw new Refusal('auction_running')
  const { price } = await offered(db, actor.account, showId, given.product)
  const product = await reserved(db, actor.account, given.product)
  const id = newId('auction')
  if (!show.rehearses) await reserve(db, actor.account, product, { order: id, buyer: actor.name })
  const now = await clock(db)
  await db.insert(auctions).values({
    accountId: actor.account,
    id,
    showId,
    rehearsal: show.rehearses !== null,
    productId: product.id,
    title: product.title,
    photoId: product.photoId,
    currency: show.currency,
    startingBid: given.startingBid ?? price ?? product.price,
    seconds: given.seconds,
    counterSeconds: given.counterSeconds,
    suddenDeath: given.suddenDeath,
    startedAt: new Date(now),
    startedBy: actor.name,
    endsAt: new Date(now + given.seconds * 1000),
  })
  await record(db, actor, { act: 'shows.auction_started', subject: { id, name: product.title } })
  return tellAuction(db, actor.account, id)
}

/** Whether an auction is running in a show. Runs as the seller's account. */
export async function isRunning(db: Tx, showId: string): Promise<boolean> {
  const found = await db
    .select({ id: auctions.id })
    .from(auctions)
    .where(and(eq(auctions.showId, showId), eq(auctions.state, 'running')))
  return found.length > 0
}

/** Those of a show, the latest first, as everybody sees them. @throws Refusal not_found */
export async function latest(db: Tx, showId: string, query: z.output<typeof AuctionQuery>) {
  const { accountId } = await shown(db, showId)
  const [last] = readCursor(query.after, 1) ?? []
  const found = await db
    .select()
    .from(shownAuctions)
    .where(
      and(
        eq(shownAuctions.accountId, accountId),
        eq(shownAuctions.showId, showId),
        last ? lt(shownAuctions.id, last) : undefined,
      ),
    )
    .orderBy(desc(shownAuctions.id))
    .limit(pageSize + 1)
  const now = await clock(db)
  const { items, next } = toPage(found, ({ id }) => [id])
  return { items: items.map((auction) => view(auction, now)), next }
}

/** Those of an own show, with how each win is being paid. @throws Refusal not_found */
export async function list(db: Tx, actor: Actor, showId: string, query: z.output<typeof AuctionQuery>) {
  await rowOf(db, actor.account, showId)
  const [last] = readCursor(query.after, 1) ?? []
  const found = await db
    .select()
    .from(ownAuctions)
    .where(
      and(
        eq(ownAuctions.accountId, actor.account),
        eq(ownAuctions.showId, showId),
        last ? lt(ownAuctions.id, last) : undefined,
      ),
    )
    .orderBy(desc(ownAuctions.id))
    .limit(pageSize + 1)
  const now = await clock(db)
  const { items, next } = toPage(found, ({ id }) => [id])
  const payments = await paymentsOf(
    db,
    actor,
    items.flatMap(({ orderId }) => orderId ?? []),
  )
  return {
    items: items.map((auction) => ({
      ...view(auction, now),
      order: auction.orderId,
      payment: payments.get(auction.orderId ?? '') ?? ('none' as const),
    })),
    next,
  }
}

/** Auctions that run, of an account that sells in them or leads one: they stand in the way of its deletion. */
export async function blocksDeletion(tx: Tx, account: string): Promise<Block[]> {
  const [own] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(auctions)
    .where(and(eq(auctions.accountId, account), eq(auctions.state, 'running')))
  const [led] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(shownAuctions)
    .where(and(eq(shownAuctions.leaderId, account), eq(shownAuctions.state, 'running')))
  const count = (own?.count ?? 0) + (led?.count ?? 0)
  return count > 0 ? [{ what: 'auctions', count }] : []
}
