import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Actor } from '../../access/gate.ts'
import type { StillWaits } from '../../notifications/reminders.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { orderCode } from './order-code.ts'
import { cancellationRequests as requests } from './request-tables.ts'
import { orders, shipments } from './tables.ts'

/** An order's cancellation request waits while nobody has answered it. */
export const cancellationWaits: StillWaits = async (tx, account, order) => {
  const [found] = await tx
    .select({ buyer: orders.buyerName })
    .from(requests)
    .innerJoin(orders, byKey(orders, requests.accountId, requests.orderId))
    .where(and(eq(requests.accountId, account), eq(requests.orderId, order), isNull(requests.outcome)))
  if (!found) return undefined
  return { only: null, path: `/orders/${order}`, about: { buyer: found.buyer ?? '', code: orderCode(order) } }
}

/** Open cancellation requests, the most urgent first. */
export async function requestsToAnswer(db: Tx, { account }: Actor, limit: number) {
  const found = await db
    .select({ order: requests.orderId })
    .from(requests)
    .where(and(eq(requests.accountId, account), isNull(requests.outcome)))
    .orderBy(asc(requests.id))
    .limit(limit)
  return found.map(({ order }) => ({ id: order, name: orderCode(order) }))
}

/** Paid orders whose shipment has no label yet, the latest first. */
export async function ordersToShip(db: Tx, { account }: Actor, limit: number) {
  const found = await db
    .select({ id: orders.id })
    .from(orders)
    .innerJoin(shipments, byKey(shipments, orders.accountId, orders.shipmentId))
    .where(
      and(
        eq(orders.accountId, account),
        eq(orders.status, 'pending_fulfillment'),
        eq(shipments.status, 'created'),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(limit)
  return found.map(({ id }) => ({ id, name: orderCode(id) }))
}
