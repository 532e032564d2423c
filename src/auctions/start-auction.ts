import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import { findReservedProduct, reserveOne } from '../inventory/reserve-stock.ts'
import type { Tx } from '../platform/database/database.ts'
import { readDatabaseClock } from '../platform/database/database-clock.ts'
import { newId } from '../platform/ids.ts'
import { findLineupOffer } from '../shows/lineup.ts'
import { lockShow } from '../shows/schedule-show.ts'
import type { NewAuction } from './auction.ts'
import { publishAuction } from './lock-auction.ts'
import { auctions } from './tables.ts'

/**
 * Starts an auction, which nobody can stop afterwards. Takes its product from stock.
 * @throws Refusal not_found, not_live, auction_running or sold_out
 */
export async function startAuction(db: Tx, actor: Actor, showId: string, input: z.output<typeof NewAuction>) {
  const show = await lockShow(db, actor, showId)
  if (show.status !== 'live') throw new Refusal('not_live')
  if (await isAuctionRunning(db, showId)) throw new Refusal('auction_running')
  const { price } = await findLineupOffer(db, actor.account, showId, input.product)
  const product = await findReservedProduct(db, actor.account, input.product)
  const id = newId('auction')
  if (!show.rehearses) await reserveOne(db, actor.account, product, { order: id, buyer: actor.name })
  const now = await readDatabaseClock(db)
  await db.insert(auctions).values({
    accountId: actor.account,
    id,
    showId,
    rehearsal: show.rehearses !== null,
    productId: product.id,
    title: product.title,
    photoId: product.photoId,
    currency: show.currency,
    startingBid: input.startingBid ?? price ?? product.price,
    seconds: input.seconds,
    counterSeconds: input.counterSeconds,
    suddenDeath: input.suddenDeath,
    startedAt: new Date(now),
    startedBy: actor.name,
    endsAt: new Date(now + input.seconds * 1000),
  })
  await recordAct(db, actor, { act: 'shows.auction_started', subject: { id, name: product.title } })
  return publishAuction(db, actor.account, id)
}

/** Whether an auction is running in the show. Must run in the seller's scope. */
export async function isAuctionRunning(db: Tx, showId: string): Promise<boolean> {
  const found = await db
    .select({ id: auctions.id })
    .from(auctions)
    .where(and(eq(auctions.showId, showId), eq(auctions.status, 'running')))
  return found.length > 0
}
