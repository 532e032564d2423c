import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { holdDealings } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import type { Post } from '../ground/mail.ts'
import { line } from '../ground/text.ts'
import { book, feeOf, released, reverse } from '../ledger/ledger.ts'
import { note } from './history.ts'
import { tellBoth } from './paying.ts'
import { codeOf } from './placing.ts'
import { mailRefund } from './receipts.ts'
import { refunds } from './request-tables.ts'
import { orders } from './tables.ts'

export const NewRefund = z.strictObject({
  /** In minor units of the order's currency. */
  amount: z.int().min(1).max(1_000_000_000_000),
  reason: line(200, 0).optional(),
})

export const Refund = z
  .object({
    id: z.string(),
    amount: z.int(),
    state: z.enum(['suggested', 'dismissed', 'pending', 'succeeded', 'failed']),
    reason: z.string(),
    /** Who made or suggested it, and who decided on a suggestion. */
    person: z.string(),
    decidedBy: z.string().nullable(),
    createdAt: z.date(),
    settledAt: z.date().nullable(),
  })
  .meta({ id: 'Refund' })

type Order = typeof orders.$inferSelect
type RefundRow = typeof refunds.$inferSelect

/** A refund that is written down and waits for the provider: its keys. */
export type Owed = { seller: string; refund: string }

/** Finds the seller's order and holds its dealings: nothing else changes it until the commit. */
export async function holdOrder(db: Tx, { account }: Pick<Actor, 'account'>, id: string): Promise<Order> {
  const mine = and(eq(orders.accountId, account), eq(orders.id, id))
  const [found] = await db.select({ buyer: orders.buyerId }).from(orders).where(mine)
  if (!found) throw new Refusal('not_found')
  await holdDealings(db, account, found.buyer)
  const [order] = await db.select().from(orders).where(mine)
  return order as Order
}

/** @throws Refusal not_found, nothing_paid or refund_too_high */
export async function refund(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof NewRefund>,
): Promise<Owed> {
  const order = await holdOrder(db, actor, id)
  return payBack(db, actor, order, { ...input, id: newId('refund') })
}

/** Somebody who may not refund says that one should be made. */
export async function suggest(db: Tx, actor: Actor, id: string, input: z.output<typeof NewRefund>) {
  const order = await holdOrder(db, actor, id)
  if (!order.paidAt) throw new Refusal('nothing_paid')
  if (input.amount > (await left(db, order))) throw new Refusal('refund_too_high')
  await db.insert(refunds).values(row(order, newId('refund'), input, actor, 'suggested'))
  await note(db, order, 'refund_suggested', { side: 'seller', name: actor.name }, { amount: input.amount })
  await done(db, actor, order, 'orders.refund_suggested', { amount: input.amount })
  return {}
}

/** @throws Refusal not_found, not_now (decided already) or refund_too_high */
export async function decide(db: Tx, actor: Actor, id: string, refundId: string, make: boolean) {
  const order = await holdOrder(db, actor, id)
  const [suggested] = await db.select().from(refunds).where(ofRefund(actor.account, refundId))
  if (!suggested || suggested.orderId !== id) throw new Refusal('not_found')
  if (suggested.state !== 'suggested') throw new Refusal('not_now')
  if (make) return payBack(db, actor, order, suggested, suggested)
  await db
    .update(refunds)
    .set({ state: 'dismissed', decidedBy: actor.name, settledAt: sql`now()` })
    .where(ofRefund(actor.account, refundId))
  await note(
    db,
    order,
    'refund_dismissed',
    { side: 'seller', name: actor.name },
    { amount: suggested.amount },
  )
  await done(db, actor, order, 'orders.refund_dismissed', { amount: suggested.amount })
  return undefined
}

/** Writes a refund down, and takes its money out of the seller's balance at once; the provider pays it afterwards. */
export async function payBack(
  db: Tx,
  actor: Actor,
  order: Order,
  { id, amount, reason = '' }: { id: string; amount: number; reason?: string | undefined },
  suggested?: RefundRow,
): Promise<Owed> {
  if (!order.paidAt) throw new Refusal('nothing_paid')
  const before = order.total - (await left(db, order))
  if (suggested)
    await db
      .update(refunds)
      .set({ state: 'pending', decidedBy: actor.name })
      .where(ofRefund(order.accountId, id))
  else await db.insert(refunds).values(row(order, id, { amount, reason }, actor, 'pending'))
  const common = { account: order.accountId, currency: order.currency, order: order.id, cause: id }
  const own = (await released(db, order.accountId, order.id)) ? 'available' : 'pending'
  await book(db, { ...common, kind: 'refund', from: own, to: 'processor', amount })
  // The platform gives its share back with what is refunded: of all of it, all of its share.
  const fee = await feeOf(db, order.accountId, order.id)
  const due = (refunded: number) => Math.round((fee * refunded) / order.total)
  await book(db, {
    ...common,
    kind: 'fee',
    from: 'platform',
    to: own,
    amount: due(before + amount) - due(before),
  })
  await note(db, order, 'refunded', { side: 'seller', name: actor.name }, { amount })
  await done(db, actor, order, 'orders.refunded', { amount, reason })
  return { seller: order.accountId, refund: id }
}

/** What of an order's payment was not paid back, in minor units. */
export async function left(db: Tx, order: Pick<Order, 'accountId' | 'id' | 'total'>): Promise<number> {
  const [found] = await db
    .select({ sum: sql<number>`coalesce(sum(${refunds.amount}), 0)::float8` })
    .from(refunds)
    .where(
      and(
        eq(refunds.accountId, order.accountId),
        eq(refunds.orderId, order.id),
        inArray(refunds.state, ['pending', 'succeeded']),
      ),
    )
  return order.total - (found?.sum ?? 0)
}

/** How the provider answered, written down once. What could not be paid back, or came back, is the seller's again. */
export async function concludeRefund(
  tx: Tx,
  { seller, refund: id }: Owed,
  paid: boolean,
  post: Post,
): Promise<void> {
  const [found] = await tx.select().from(refunds).where(ofRefund(seller, id))
  if (!found) return
  await holdDealings(tx, seller, found.buyerId)
  const [settled] = await tx
    .update(refunds)
    .set({ state: paid ? 'succeeded' : 'failed', settledAt: sql`now()` })
    .where(and(ofRefund(seller, id), inArray(refunds.state, paid ? ['pending'] : ['pending', 'succeeded'])))
    .returning()
  if (!settled) return
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.accountId, seller), eq(orders.id, found.orderId)))
  if (!order) return
  if (paid) await mailRefund(tx, post, order, found.amount)
  else {
    await reverse(tx, seller, { cause: id, order: order.id })
    await note(tx, order, 'refund_failed', { side: 'clock' }, { amount: found.amount })
  }
  await tellBoth(tx, order)
}

export async function owed(tx: Tx, { seller, refund: id }: Owed) {
  const [found] = await tx.select().from(refunds).where(ofRefund(seller, id))
  return found
}

/** Refunds that a crash left behind. */
export const unpaid = (tx: Tx) =>
  tx
    .select({ seller: refunds.accountId, refund: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.state, 'pending'), lt(refunds.createdAt, sql`now() - interval '15 seconds'`)))
    .orderBy(asc(refunds.createdAt))
    .limit(200)

export const refundsOf = (db: Tx, { accountId, id }: Pick<Order, 'accountId' | 'id'>) =>
  db
    .select()
    .from(refunds)
    .where(and(eq(refunds.accountId, accountId), eq(refunds.orderId, id)))
    .orderBy(asc(refunds.id))

const ofRefund = (account: string, id: string) => and(eq(refunds.accountId, account), eq(refunds.id, id))

const row = (
  { accountId, buyerId, id: orderId, currency }: Order,
  id: string,
  { amount, reason = '' }: { amount: number; reason?: string | undefined },
  { name }: Actor,
  state: 'suggested' | 'pending',
) => ({ accountId, buyerId, id, orderId, amount, currency, state, reason, personName: name })

/** Records what was done to an order, and shows it to both sides. */
export async function done(db: Tx, actor: Actor, order: Order, act: `orders.${string}`, details = {}) {
  await record(db, actor, { act, subject: { id: order.id, name: codeOf(order.id) }, details })
  await tellBoth(db, order)
}
