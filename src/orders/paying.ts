import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { holdDealings } from '../door/locks.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import type { Post } from '../ground/mail.ts'
import { share } from '../ground/money.ts'
import * as inventory from '../inventory/selling.ts'
import { book } from '../ledger/ledger.ts'
import type { Decline, Outcome } from '../payments/provider.ts'
import { note } from './history.ts'
import { putInParcel } from './parcels.ts'
import { mailReceipt } from './receipts.ts'
import { charges, orderItems, orders } from './tables.ts'

/*
 * What becomes of an order once its charge is known. All of this runs as the seller's account, by the service: the
 * purchase was made when it was reserved, and is settled whoever is still there.
 */
export type ChargeRow = typeof charges.$inferSelect

export async function chargeOf(tx: Tx, seller: string, order: string): Promise<ChargeRow | undefined> {
  const [found] = await tx
    .select()
    .from(charges)
    .where(and(eq(charges.accountId, seller), eq(charges.orderId, order)))
  return found
}

/** The platform's share of the items, and how its receipts leave. */
export type Terms = { feePercent: number; post: Post }

/** Writes down how the charge stands, once: what is settled stays as it is. */
export async function conclude(tx: Tx, charge: ChargeRow, outcome: Outcome, terms: Terms): Promise<void> {
  await holdDealings(tx, charge.accountId, charge.buyerId)
  const now = await chargeOf(tx, charge.accountId, charge.orderId)
  if (!now || now.settledAt) return
  if (outcome.status === 'succeeded') await succeed(tx, now, outcome.ref, terms)
  else if (outcome.status === 'declined') await fail(tx, now, outcome.reason)
  else await set(tx, now, { status: 'confirm', ref: outcome.ref, confirmUrl: outcome.url })
  await tellBoth(tx, now)
}

async function succeed(tx: Tx, charge: ChargeRow, ref: string, { feePercent, post }: Terms) {
  await set(tx, charge, { status: 'succeeded', ref, settledAt: sql`now()` })
  const [order] = await tx
    .update(orders)
    .set({ status: 'pending_fulfillment', paidAt: sql`now()` })
    .where(ofCharge(charge))
    .returning()
  if (!order) return
  const { accountId: account, id, currency } = order
  const common = { account, currency, order: id, cause: id }
  await book(tx, { ...common, kind: 'sale', from: 'processor', to: 'pending', amount: order.total })
  await book(tx, {
    ...common,
    kind: 'fee',
    from: 'pending',
    to: 'platform',
    amount: share(order.itemsTotal, feePercent),
  })
  await putInParcel(tx, order)
  await note(tx, order, 'paid', { side: 'clock' })
  await mailReceipt(tx, post, order)
}

async function fail(tx: Tx, charge: ChargeRow, reason: Decline) {
  await set(tx, charge, { status: 'failed', settledAt: sql`now()` })
  const [order] = await tx
    .update(orders)
    .set({ status: 'failed', failure: reason, closedAt: sql`now()` })
    .where(ofCharge(charge))
    .returning()
  if (!order) return
  await putBack(tx, order)
  await note(tx, order, 'payment_failed', { side: 'clock' }, { reason })
}

/** What was sold comes back into stock. */
export async function putBack(
  tx: Tx,
  order: { accountId: string; id: string; buyerName: string | null },
): Promise<void> {
  const items = await tx
    .select({ id: orderItems.productId, quantity: orderItems.quantity })
    .from(orderItems)
    .where(and(eq(orderItems.accountId, order.accountId), eq(orderItems.orderId, order.id)))
    .orderBy(asc(orderItems.productId))
  for (const item of items)
    await inventory.unsell(tx, order.accountId, item, { order: order.id, buyer: order.buyerName ?? '' })
}

/** Charges that wait for somebody to ask the provider: left behind by a crash, or not confirmed in time. */
export const unsettled = (tx: Tx) =>
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

const ofCharge = ({ accountId, orderId }: ChargeRow) =>
  and(eq(orders.accountId, accountId), eq(orders.id, orderId))

/** Both sides' open pages show it. */
export async function tellBoth(
  tx: Tx,
  { accountId, buyerId }: { accountId: string; buyerId: string },
): Promise<void> {
  await tell(tx, { kind: 'changed', account: accountId, what: 'orders', permission: 'orders.fulfill' })
  await tell(tx, { kind: 'changed', account: buyerId, what: 'purchases', permission: 'money.spend' })
}
