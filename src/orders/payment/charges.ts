import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm'
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
 * What happens to an order once the result of its charge is known. All of this runs in the seller's scope and is
 * started by the server: the purchase was made when it was reserved, so it is settled even if the person who bought
 * it has left the buyer's team since then.
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

/** Records the outcome of a charge, once: a settled charge is not changed any more. */
export async function applyChargeOutcome(
  tx: Tx,
  charge: ChargeRow,
  outcome: ChargeOutcome,
  terms: SaleTerms,
): Promise<void> {
  await lockDealings(tx, charge.accountId, charge.buyerId)
  const current = await findCharge(tx, charge.accountId, charge.orderId)
  if (!current || current.settledAt) return
  if (outcome.status === 'succeeded') await recordSuccess(tx, current, outcome.ref, terms)
  else if (outcome.status === 'declined') await recordFailure(tx, current, outcome.reason)
  else await updateCharge(tx, current, { status: 'confirm', ref: outcome.ref, confirmUrl: outcome.url })
  await publishToBothSides(tx, current)
}

async function recordSuccess(tx: Tx, charge: ChargeRow, ref: string, { feePercent, sendMail }: SaleTerms) {
  await updateCharge(tx, charge, { status: 'succeeded', ref, settledAt: sql`now()` })
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

async function recordFailure(tx: Tx, charge: ChargeRow, reason: DeclineReason) {
  await updateCharge(tx, charge, { status: 'failed', settledAt: sql`now()` })
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

/**
 * Finds charges about which the provider must be asked, because of a crash or because they were not confirmed in
 * time.
 */
export const unsettledCharges = (tx: Tx) =>
  tx
    .select({ seller: charges.accountId, order: charges.orderId })
    .from(charges)
    .where(
      and(
        isNull(charges.settledAt),
        or(
          and(eq(charges.status, 'started'), lt(charges.createdAt, sql`now() - interval '15 seconds'`)),
          lte(charges.expiresAt, sql`now()`),
        ),
      ),
    )
    .orderBy(asc(charges.createdAt))
    .limit(200)

const updateCharge = (tx: Tx, { accountId, orderId }: ChargeRow, values: object) =>
  tx
    .update(charges)
    .set(values)
    .where(and(eq(charges.accountId, accountId), eq(charges.orderId, orderId)))
