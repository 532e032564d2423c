import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../../access/audit.ts'
import type { Actor } from '../../access/gate.ts'
import { lockDealings } from '../../access/locks.ts'
import { Refusal } from '../../errors/refusal.ts'
import { areEarningsReleased, bookTransfer, readOrderFee, reverseTransfers } from '../../ledger/ledger.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/ids.ts'
import type { SendMail } from '../../platform/mail/queue-mail.ts'
import { singleLine } from '../../platform/text-schemas.ts'
import { mailRefund } from '../payment/receipts.ts'
import { orderCode } from '../sale/order-code.ts'
import { addOrderStep } from '../sale/order-history.ts'
import { publishToBothSides } from '../sale/publish-order.ts'
import { refunds } from '../sale/request-tables.ts'
import { orders } from '../sale/tables.ts'
import { orderLimits } from '../vocabulary.ts'

export const NewRefund = z.strictObject({
  amount: z.int().min(1).max(1_000_000_000_000).describe("In minor units of the order's currency."),
  reason: singleLine(orderLimits.refundReason, 0).optional().describe('A reason, which only the team sees.'),
})

type Order = typeof orders.$inferSelect
type RefundRow = typeof refunds.$inferSelect

/** The key of a refund that is recorded but not yet made by the provider. */
export type PendingRefund = { seller: string; refund: string }

/**
 * Finds an order of the seller and takes the lock of its two accounts, so that nothing else changes it until the
 * commit.
 * @throws Refusal not_found
 */
export async function lockOrder(db: Tx, { account }: Pick<Actor, 'account'>, id: string): Promise<Order> {
  const orderKey = byKey(orders, account, id)
  const [found] = await db.select({ buyer: orders.buyerId }).from(orders).where(orderKey)
  if (!found) throw new Refusal('not_found')
  await lockDealings(db, account, found.buyer)
  const [order] = await db.select().from(orders).where(orderKey)
  return order as Order
}

/**
 * Refunds a part or all of an order.
 * @throws Refusal not_found, nothing_paid or refund_too_high
 */
export async function refundOrder(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof NewRefund>,
): Promise<PendingRefund> {
  const order = await lockOrder(db, actor, id)
  return createRefund(db, actor, order, { ...input, id: newId('refund') })
}

/**
 * Records a refund that is suggested by a member who may not make one.
 * @throws Refusal not_found, nothing_paid or refund_too_high
 */
export async function suggestRefund(db: Tx, actor: Actor, id: string, input: z.output<typeof NewRefund>) {
  const order = await lockOrder(db, actor, id)
  if (!order.paidAt) throw new Refusal('nothing_paid')
  if (input.amount > (await refundableAmount(db, order))) throw new Refusal('refund_too_high')
  await db.insert(refunds).values(toRow(order, newId('refund'), input, actor, 'suggested'))
  await addOrderStep(
    db,
    order,
    'refund_suggested',
    { side: 'seller', name: actor.name },
    { amount: input.amount },
  )
  await logOrder(db, actor, order, 'orders.refund_suggested', { amount: input.amount })
  return {}
}

/**
 * Makes or dismisses a suggested refund.
 * @throws Refusal not_found, not_now (already decided) or refund_too_high
 */
export async function decideRefund(db: Tx, actor: Actor, id: string, refundId: string, make: boolean) {
  const order = await lockOrder(db, actor, id)
  const [suggested] = await db
    .select()
    .from(refunds)
    .where(byKey(refunds, actor.account, refundId))
  if (!suggested || suggested.orderId !== id) throw new Refusal('not_found')
  if (suggested.status !== 'suggested') throw new Refusal('not_now')
  if (make) return createRefund(db, actor, order, suggested, suggested)
  await db
    .update(refunds)
    .set({ status: 'dismissed', decidedBy: actor.name, settledAt: sql`now()` })
    .where(byKey(refunds, actor.account, refundId))
  await addOrderStep(
    db,
    order,
    'refund_dismissed',
    { side: 'seller', name: actor.name },
    { amount: suggested.amount },
  )
  await logOrder(db, actor, order, 'orders.refund_dismissed', { amount: suggested.amount })
  return undefined
}

/**
 * Records a refund and takes its amount from the seller's balance at once. The provider makes the refund after the
 * commit.
 */
export async function createRefund(
  db: Tx,
  actor: Actor,
  order: Order,
  { id, amount, reason = '' }: { id: string; amount: number; reason?: string | undefined },
  suggested?: RefundRow,
): Promise<PendingRefund> {
  if (!order.paidAt) throw new Refusal('nothing_paid')
  const before = order.total - (await refundableAmount(db, order))
  if (suggested)
    await db
      .update(refunds)
      .set({ status: 'pending', decidedBy: actor.name })
      .where(byKey(refunds, order.accountId, id))
  else await db.insert(refunds).values(toRow(order, id, { amount, reason }, actor, 'pending'))
  const common = { account: order.accountId, currency: order.currency, order: order.id, cause: id }
  const sellerBook = (await areEarningsReleased(db, order.accountId, order.id)) ? 'available' : 'pending'
  await bookTransfer(db, { ...common, kind: 'refund', from: sellerBook, to: 'processor', amount })
  // The platform returns a part of its fee in proportion to the refund; for a complete refund, it returns all of it.
  const fee = await readOrderFee(db, order.accountId, order.id)
  const feeShare = (refunded: number) => Math.round((fee * refunded) / order.total)
  await bookTransfer(db, {
    ...common,
    kind: 'fee',
    from: 'platform',
    to: sellerBook,
    amount: feeShare(before + amount) - feeShare(before),
  })
  await addOrderStep(db, order, 'refunded', { side: 'seller', name: actor.name }, { amount })
  await logOrder(db, actor, order, 'orders.refunded', { amount, reason })
  return { seller: order.accountId, refund: id }
}

/** The part of an order's payment that has not been refunded, in minor units. */
export async function refundableAmount(
  db: Tx,
  order: Pick<Order, 'accountId' | 'id' | 'total'>,
): Promise<number> {
  const [found] = await db
    .select({ sum: sql<number>`coalesce(sum(${refunds.amount}), 0)::float8` })
    .from(refunds)
    .where(
      and(
        eq(refunds.accountId, order.accountId),
        eq(refunds.orderId, order.id),
        inArray(refunds.status, ['pending', 'succeeded']),
      ),
    )
  return order.total - (found?.sum ?? 0)
}

/**
 * Records the provider's answer, once. The amount of a refund that failed or came back returns to the seller's
 * balance.
 */
export async function applyRefundOutcome(
  tx: Tx,
  { seller, refund: id }: PendingRefund,
  paid: boolean,
  sendMail: SendMail,
): Promise<void> {
  const [found] = await tx
    .select()
    .from(refunds)
    .where(byKey(refunds, seller, id))
  if (!found) return
  await lockDealings(tx, seller, found.buyerId)
  const [settled] = await tx
    .update(refunds)
    .set({ status: paid ? 'succeeded' : 'failed', settledAt: sql`now()` })
    .where(
      and(byKey(refunds, seller, id), inArray(refunds.status, paid ? ['pending'] : ['pending', 'succeeded'])),
    )
    .returning()
  if (!settled) return
  const [order] = await tx
    .select()
    .from(orders)
    .where(byKey(orders, seller, found.orderId))
  if (!order) return
  if (paid) await mailRefund(tx, sendMail, order, found.amount)
  else {
    await reverseTransfers(tx, seller, { cause: id, order: order.id })
    await addOrderStep(tx, order, 'refund_failed', { side: 'clock' }, { amount: found.amount })
  }
  await publishToBothSides(tx, order)
}

export async function findRefund(tx: Tx, { seller, refund: id }: PendingRefund) {
  const [found] = await tx
    .select()
    .from(refunds)
    .where(byKey(refunds, seller, id))
  return found
}

/** Finds refunds that have no answer of the provider, because of a crash. */
export const pendingRefunds = (tx: Tx) =>
  tx
    .select({ seller: refunds.accountId, refund: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.status, 'pending'), lt(refunds.createdAt, sql`now() - interval '15 seconds'`)))
    .orderBy(asc(refunds.createdAt))
    .limit(200)

export const listRefundsOf = (db: Tx, { accountId, id }: Pick<Order, 'accountId' | 'id'>) =>
  db
    .select()
    .from(refunds)
    .where(and(eq(refunds.accountId, accountId), eq(refunds.orderId, id)))
    .orderBy(asc(refunds.id))

const toRow = (
  { accountId, buyerId, id: orderId, currency }: Order,
  id: string,
  { amount, reason = '' }: { amount: number; reason?: string | undefined },
  { name }: Actor,
  status: 'suggested' | 'pending',
) => ({ accountId, buyerId, id, orderId, amount, currency, status, reason, personName: name })

/** Records an act on an order and publishes the change, so that both sides' open pages refetch the order. */
export async function logOrder(db: Tx, actor: Actor, order: Order, act: `orders.${string}`, details = {}) {
  await recordAct(db, actor, { act, subject: { id: order.id, name: orderCode(order.id) }, details })
  await publishToBothSides(db, order)
}
