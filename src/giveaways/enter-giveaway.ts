import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { lockTrade } from '../access/locks.ts'
import { refuseBlockedBuyer } from '../buyers/buyer-bans.ts'
import { Refusal } from '../errors/refusal.ts'
import type { ShippingAddress } from '../orders/payment/place-order.ts'
import type { Tx } from '../platform/database/database.ts'
import { readDatabaseClock } from '../platform/database/database-clock.ts'
import { actingForOtherAccount, scopeOf } from '../platform/database/scope.ts'
import { newId } from '../platform/ids.ts'
import { requirePublishedShow } from '../shows/public-shows.ts'
import { purchaseAddress } from '../spending/buy.ts'
import { refuseConflictOfInterest } from '../team/conflict-of-interest.ts'
import type { NewGiveawayEntry } from './giveaway.ts'
import { lockGiveaway, publishGiveaway, updateGiveaway } from './lock-giveaway.ts'
import { giveawayEntries as entries, giveaways } from './tables.ts'

/**
 * Enters the actor's account, or confirms that an account which has entered is still present.
 * @throws Refusal not_found, own_show, no_address, blocked, conflict_of_interest or giveaway_over
 */
export async function enterGiveaway(db: Tx, actor: Actor, input: z.output<typeof NewGiveawayEntry>) {
  const show = await requirePublishedShow(db, input.show)
  if (show.accountId === actor.account) throw new Refusal('own_show')
  await lockTrade(db, actor.account, show.accountId)
  const address = await purchaseAddress(db, actor, undefined)
  const buyerScope = scopeOf(actor)
  const { entry, isNew, title } = await actingForOtherAccount(db, show.accountId, buyerScope, async () => {
    await refuseBlockedBuyer(db, show.accountId, actor.person)
    await refuseConflictOfInterest(db, show.accountId, actor.person, { id: show.id, name: show.title })
    return addEntry(db, show, input.giveaway, actor, address)
  })
  if (isNew)
    await recordAct(db, actor, {
      act: 'spending.giveaway_entered',
      subject: { id: input.giveaway, name: title },
      details: { shop: show.shop },
    })
  return entry
}

async function addEntry(
  db: Tx,
  show: { accountId: string; id: string },
  id: string,
  { account: buyerId, accountName, person, name }: Actor,
  address: ShippingAddress,
) {
  const giveaway = await lockGiveaway(db, show.accountId, id)
  if (giveaway?.showId !== show.id) throw new Refusal('not_found')
  if (giveaway.status !== 'open' || (await readDatabaseClock(db)) >= giveaway.endsAt.getTime())
    throw new Refusal('giveaway_over')
  const ownEntry = and(
    eq(entries.accountId, show.accountId),
    eq(entries.giveawayId, id),
    eq(entries.buyerId, buyerId),
  )
  const [present] = await db
    .update(entries)
    .set({ seenAt: sql`clock_timestamp()` })
    .where(ownEntry)
    .returning({ id: entries.id })
  const entry = present?.id ?? newId('entry')
  if (!present) {
    await db.insert(entries).values({
      accountId: show.accountId,
      buyerId,
      giveawayId: id,
      id: entry,
      buyerName: accountName,
      personId: person,
      personName: name,
      address,
    })
    await updateGiveaway(db, giveaway, { entries: sql`${giveaways.entries} + 1` })
    await publishGiveaway(db, show.accountId, id)
  }
  const count = giveaway.entries + (present ? 0 : 1)
  return { entry: { id: entry, entries: count }, isNew: !present, title: giveaway.title }
}
