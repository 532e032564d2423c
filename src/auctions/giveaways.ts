import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { refuseBlocked } from '../chat/writing.ts'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { holdAlone, holdDealings, holdTrade } from '../door/locks.ts'
import { record } from '../door/record.ts'
import { clock } from '../ground/clock.ts'
import { asService, type Database, type Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { pageSize } from '../ground/page.ts'
import { onTheSideOf, within } from '../ground/scope.ts'
import { reserve, reserved, unsell } from '../inventory/selling.ts'
import { tellBoth } from '../orders/paying.ts'
import { type Destination, placeGift } from '../orders/placing.ts'
import { offered } from '../shows/lineup.ts'
import { shown } from '../shows/published.ts'
import { hold as holdShow } from '../shows/schedule.ts'
import { say } from '../shows/telling.ts'
import { addressOf } from '../spending/buying.ts'
import { refuseInterested } from '../team/interest.ts'
import { type Ref, recordAsClock, sellerOf } from './concluding.ts'
import { drawn, newSeed } from './draw.ts'
import {
  giveawayMinutes,
  type NewEntry,
  type NewGiveaway,
  ownGiveaways,
  presentSeconds,
  shownGiveaways,
  view,
} from './giveaway.ts'
import { giveawayEntries as entries, giveaways } from './tables.ts'

/** Begins a giveaway, one at a time. @throws Refusal not_found, not_live, giveaway_open or sold_out */
export async function start(
  db: Tx,
  actor: Actor,
  showId: string,
  { product: id }: z.output<typeof NewGiveaway>,
) {
  const show = await holdShow(db, actor, showId)
  if (show.state !== 'live') throw new Refusal('not_live')
  const [open] = await db
    .select({ id: giveaways.id })
    .from(giveaways)
    .where(
      and(eq(giveaways.accountId, actor.account), eq(giveaways.showId, showId), eq(giveaways.state, 'open')),
    )
  if (open) throw new Refusal('giveaway_open')
  await offered(db, actor.account, showId, id)
  const product = await reserved(db, actor.account, id)
  const giveaway = newId('giveaway')
  if (!show.rehearses) await reserve(db, actor.account, product, { order: giveaway, buyer: actor.name })
  const now = await clock(db)
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
    ...newSeed(),
  })
  await record(db, actor, { act: 'shows.giveaway_started', subject: { id: giveaway, name: product.title } })
  return tellGiveaway(db, actor.account, giveaway)
}

/**
 * Enters the actor's account, or says again that whoever entered is still there.
 * @throws Refusal not_found, own_show, no_address, blocked, conflict_of_interest or giveaway_over
 */
export async function enter(db: Tx, actor: Actor, input: z.output<typeof NewEntry>) {
  const show = await shown(db, input.show)
  if (show.accountId === actor.account) throw new Refusal('own_show')
  await holdTrade(db, actor.account, show.accountId)
  const address = await addressOf(db, actor, undefined)
  const back = { as: 'account', account: actor.account, person: actor.person } as const
  const { entry, isNew, title } = await onTheSideOf(db, show.accountId, back, async () => {
    await refuseBlocked(db, show.accountId, actor.person)
    await refuseInterested(db, show.accountId, actor.person, { id: show.id, name: show.title })
    return add(db, show, input.giveaway, actor, address)
  })
  if (isNew)
    await record(db, actor, {
      act: 'spending.giveaway_entered',
      subject: { id: input.giveaway, name: title },
      details: { shop: show.shop },
    })
  return entry
}

async function add(
  db: Tx,
  show: { accountId: string; id: string },
  id: string,
  { account: buyerId, accountName, person, name }: Actor,
  address: Destination,
) {
  const giveaway = await hold(db, show.accountId, id)
  if (giveaway?.showId !== show.id) throw new Refusal('not_found')
  if (giveaway.state !== 'open' || (await clock(db)) >= giveaway.endsAt.getTime())
    throw new Refusal('giveaway_over')
  const mine = and(
    eq(entries.accountId, show.accountId),
    eq(entries.giveawayId, id),
    eq(entries.buyerId, buyerId),
  )
  const [present] = await db
    .update(entries)
    .set({ seenAt: sql`clock_timestamp()` })
    .where(mine)
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
    await change(db, giveaway, { entries: sql`${giveaways.entries} + 1` })
    await tellGiveaway(db, show.accountId, id)
  }
  const count = giveaway.entries + (present ? 0 : 1)
  return { entry: { id: entry, entries: count }, isNew: !present, title: giveaway.title }
}

/** Draws among those who are there, once, when its time is over. May be called at any time by any node. */
export const draw = (database: Database, { account, id }: Ref): Promise<void> =>
  within(database, { as: 'system', account }, async (tx) => {
    const giveaway = await hold(tx, account, id)
    if (giveaway?.state !== 'open' || (await clock(tx)) < giveaway.endsAt.getTime()) return
    const present = await tx
      .select()
      .from(entries)
      .where(
        and(
          eq(entries.accountId, account),
          eq(entries.giveawayId, id),
          gt(entries.seenAt, new Date(giveaway.endsAt.getTime() - presentSeconds * 1000)),
        ),
      )
      .orderBy(asc(entries.id))
    const ids = present.map((entry) => entry.id)
    const winner = present[ids.length > 0 ? drawn(giveaway.seed, ids) : 0]
    const order = winner && (await give(tx, giveaway, winner))
    if (!winner && !giveaway.rehearsal)
      await unsell(tx, account, { id: giveaway.productId, quantity: 1 }, { order: id, buyer: '' })
    await change(tx, giveaway, {
      state: winner ? 'drawn' : 'nobody',
      drawnFrom: ids,
      winnerId: winner?.buyerId ?? null,
      winnerName: winner?.buyerName ?? null,
      orderId: order ?? null,
    })
    await tellGiveaway(tx, account, id)
  })

async function give(tx: Tx, giveaway: Row, winner: typeof entries.$inferSelect) {
  const { accountId, showId, productId, rehearsal, id, title } = giveaway
  if (rehearsal) return undefined
  // It goes into a parcel, which something else that is being paid for may be put into.
  await holdDealings(tx, accountId, winner.buyerId)
  const seller = await sellerOf(tx, accountId)
  const order = await placeGift(tx, {
    seller,
    buyer: {
      account: winner.buyerId,
      accountName: winner.buyerName,
      person: winner.personId,
      name: winner.personName,
    },
    address: winner.address as Destination,
    show: showId,
    product: productId,
  })
  await recordAsClock(tx, seller, {
    act: 'shows.giveaway_drawn',
    subject: { id, name: title },
    details: { to: winner.buyerName },
  })
  await tellBoth(tx, { accountId, buyerId: winner.buyerId })
  return order
}

/** Those of a show, the latest first. @throws Refusal not_found */
export async function latest(db: Tx, showId: string) {
  const { accountId } = await shown(db, showId)
  const found = await db
    .select()
    .from(shownGiveaways)
    .where(and(eq(shownGiveaways.accountId, accountId), eq(shownGiveaways.showId, showId)))
    .orderBy(desc(shownGiveaways.id))
    .limit(pageSize)
  const now = await clock(db)
  return { items: found.map((giveaway) => view(giveaway, now)), next: null }
}

/** Giveaways whose time is over and that nobody has drawn. */
export const dueGiveaways = (database: Database): Promise<Ref[]> =>
  asService(database, (tx) =>
    tx
      .select({ account: giveaways.accountId, id: giveaways.id })
      .from(giveaways)
      .where(and(eq(giveaways.state, 'open'), lte(giveaways.endsAt, sql`clock_timestamp()`)))
      .limit(100),
  )

type Row = typeof giveaways.$inferSelect

/** The giveaway, which nothing else changes until the commit. Runs as the seller's account. */
async function hold(tx: Tx, account: string, id: string): Promise<Row | undefined> {
  await holdAlone(tx, 'giveaway', account, id)
  const [found] = await tx
    .select()
    .from(giveaways)
    .where(and(eq(giveaways.accountId, account), eq(giveaways.id, id)))
  return found
}

const change = (tx: Tx, { accountId, id }: Row, values: object) =>
  tx
    .update(giveaways)
    .set({ ...values, version: sql`${giveaways.version} + 1` })
    .where(and(eq(giveaways.accountId, accountId), eq(giveaways.id, id)))

async function tellGiveaway(tx: Tx, account: string, id: string) {
  const [found] = await tx
    .select()
    .from(ownGiveaways)
    .where(and(eq(ownGiveaways.accountId, account), eq(ownGiveaways.id, id)))
  const giveaway = view(found as NonNullable<typeof found>, await clock(tx))
  // Who entered can be many: whoever wants to check the draw asks for it.
  await say(
    tx,
    { account, show: giveaway.show },
    { type: 'giveaway', giveaway: { ...giveaway, drawnFrom: null } },
  )
  return giveaway
}
