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
import { newDrawSeed } from './fair-draw.ts'
import { giveawayMinutes, type NewGiveaway } from './giveaway.ts'
import { publishGiveaway } from './lock-giveaway.ts'
import { giveaways } from './tables.ts'

/**
 * Starts a giveaway. A show has at most one open giveaway.
 * @throws Refusal not_found, not_live, giveaway_open or sold_out
 */
export async function startGiveaway(
  db: Tx,
  actor: Actor,
  showId: string,
  { product: id }: z.output<typeof NewGiveaway>,
) {
  const show = await lockShow(db, actor, showId)
  if (show.status !== 'live') throw new Refusal('not_live')
  const [open] = await db
    .select({ id: giveaways.id })
    .from(giveaways)
    .where(
      and(eq(giveaways.accountId, actor.account), eq(giveaways.showId, showId), eq(giveaways.status, 'open')),
    )
  if (open) throw new Refusal('giveaway_open')
  await findLineupOffer(db, actor.account, showId, id)
  const product = await findReservedProduct(db, actor.account, id)
  const giveaway = newId('giveaway')
  if (!show.rehearses) await reserveOne(db, actor.account, product, { order: giveaway, buyer: actor.name })
  const now = await readDatabaseClock(db)
  await db.insert(giveaways).values({
    accountId: actor.account,
    id: giveaway,
    showId,
    rehearsal: show.rehearses !== null,
    productId: id,
    title: product.title,
    photoId: product.photoId,
    startedAt: new Date(now),
    startedBy: actor.name,
    endsAt: new Date(now + giveawayMinutes * 60_000),
    ...newDrawSeed(),
  })
  await recordAct(db, actor, {
    act: 'shows.giveaway_started',
    subject: { id: giveaway, name: product.title },
  })
  return publishGiveaway(db, actor.account, giveaway)
}
