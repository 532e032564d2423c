import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { lockDealings } from '../../access/locks.ts'
import { returnToStock } from '../../inventory/reserve-stock.ts'
import { bookTransfer } from '../../ledger/ledger.ts'
import type { ChargeOutcome, DeclineReason } from '../../payments/provider.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { percentageOf } from '../../platform/format/money.ts'
import type { SendMail } from '../../platform/mail/queue-mail.ts'
import { addOrderStep } from '../sale/order-history.ts'
import { publishToBothSides } from '../sale/publish-order.ts'
import { charges, orderItems, orders } from '../sale/tables.ts'
import { addOrderToShipment } from '../shipping/shipment-orders.ts'
import { mailReceipt } from './receipts.ts'

/**
 * What happens to an order once the result of its charge is known. All of this runs in the seller's scope, started by
 * the service: the purchase was made when it was reserved, and is settled even if the buyer has left the team since.
 */
export type ChargeRow = typeof charges.$inferSelect

export async function findCharge(tx: Tx, seller: string, order: string): Promise<ChargeRow | undefined> {
  const [found] = await tx
    .select()
    .from(charges)
    .where(and(eq(charges.accountId, seller), eq(charges.orderId, order)))
  return found
}

/** The platform's percentage of the items' price, and the function that mails receipts. */
export type SaleTerms = { feePercent: number; sendMail: SendMail }

/** Records the state of a charge, once: a settled charge is not changed. */
export async function applyChargeOutcome(
  tx: Tx,
  charge: ChargeRow,
  outcome: ChargeOutcome,
  terms: SaleTerms,
): Promise<void> {
  await lockDealings(tx, charge.accountId, charge.buyerId)
  const now = await findCharge(tx, charge.accountId, charge.orderId)
  if (!now || now.settledAt) return
  if (outcome.status === 'succeeded') await succeed(tx, now, outcome.ref, terms)
  else if (outcome.status === 'declined') await fail(tx, now, outcome.reason)
  else await set(tx, now, { status: 'confirm', ref: outcome.ref, confirmUrl: outcome.url })
  await publishToBothSides(tx, now)
}

async function succeed(tx: Tx, charge: ChargeRow, ref: string, { feePercent, sendMail }: SaleTerms) {
  await set(tx, charge, { status: 'succeeded', ref, settledAt: sql`now()` })
  const [order] = await tx
    .update(orders)
    .set({ status: 'pending_fulfillment', paidAt: sql`now()` })
    .where(byKey(orders, charge.accountId, charge.orderId))
    .returning()
  if (!order) return
  const { accountId: account, id, currency } = order
  const common = { account, currency, order: id, cause: id }
  await bookTransfer(tx, { ...common, kind: 'sale', from: 'processor', to: 'pending', amount: order.total })
  await bookTransfer(tx, {
    ...common,
    kind: 'fee',
    from: 'pending',
    to: 'platform',
    amount: percentageOf(order.itemsTotal, feePercent),
  })
  await addOrderToShipment(tx, order)
  await addOrderStep(tx, order, 'paid', { side: 'clock' })
  await mailReceipt(tx, sendMail, order)
}

async function fail(tx: Tx, charge: ChargeRow, reason: DeclineReason) {
  await set(tx, charge, { status: 'failed', settledAt: sql`now()` })
  const [order] = await tx
    .update(orders)
    .set({ status: 'failed', failure: reason, closedAt: sql`now()` })
    .where(byKey(orders, charge.accountId, charge.orderId))
    .returning()
  if (!order) return
  await returnOrderToStock(tx, order)
  await addOrderStep(tx, order, 'payment_failed', { side: 'clock' }, { reason })
}

/** Returns the order's items to stock. */
export async function returnOrderToStock(
  tx: Tx,
  order: { accountId: string; id: string; buyerName: string | null },
): Promise<void> {
  const items = await tx
    .select({ id: orderItems.productId, quantity: orderItems.quantity })
    .from(orderItems)
    .where(and(eq(orderItems.accountId, order.accountId), eq(orderItems.orderId, order.id)))
    .orderBy(asc(orderItems.productId))
  for (const item of items)
    await returnToStock(tx, order.accountId, item, { order: order.id, buyer: order.buyerName ?? '' })
}

/** Unsettled charges, for which the provider must be asked: left behind by a crash, or not confirmed in time. */
export const unsettledCharges = (tx: Tx) =>
  tx
    .select({ seller: charges.accountId, order: charges.orderId })
    .from(charges)
    .where(
      and(
        isNull(charges.settledAt),
        or(
          and(eq(charges.status, 'started'), lt(charges.createdAt, sql`now() - interval '15 seconds'`)),
          lt(charges.expiresAt, sql`now()`),
        ),
      ),
    )
    .orderBy(asc(charges.createdAt))
    .limit(200)

const set = (tx: Tx, { accountId, orderId }: ChargeRow, values: object) =>
  tx
    .update(charges)
    .set(values)
    .where(and(eq(charges.accountId, accountId), eq(charges.orderId, orderId)))
