import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import type { Waits } from '../notices/waiting.ts'
import { codeOf } from './placing.ts'
import { cancellationRequests as requests } from './request-tables.ts'
import { orders, shipments } from './tables.ts'

/** A buyer who waits for an answer to a cancellation request. */
export const waitsForAnswer: Waits = async (tx, account, order) => {
  const [found] = await tx
    .select({ buyer: orders.buyerName })
    .from(requests)
    .innerJoin(orders, and(eq(orders.accountId, requests.accountId), eq(orders.id, requests.orderId)))
    .where(and(eq(requests.accountId, account), eq(requests.orderId, order), isNull(requests.outcome)))
  if (!found) return undefined
  return { only: null, path: `/orders/${order}`, about: { buyer: found.buyer ?? '', code: codeOf(order) } }
}

/** Cancellation requests to answer, the most urgent first. */
export async function toAnswer(db: Tx, { account }: Actor, most: number) {
  const found = await db
    .select({ order: requests.orderId })
    .from(requests)
    .where(and(eq(requests.accountId, account), isNull(requests.outcome)))
    .orderBy(asc(requests.id))
    .limit(most)
  return found.map(({ order }) => ({ id: order, name: codeOf(order) }))
}

/** Orders that are paid and whose parcel has no label yet, the latest first. */
export async function toShip(db: Tx, { account }: Actor, most: number) {
  const found = await db
    .select({ id: orders.id })
    .from(orders)
    .innerJoin(shipments, and(eq(shipments.accountId, orders.accountId), eq(shipments.id, orders.shipmentId)))
    .where(
      and(
        eq(orders.accountId, account),
        eq(orders.status, 'pending_fulfillment'),
        eq(shipments.status, 'created'),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(most)
  return found.map(({ id }) => ({ id, name: codeOf(id) }))
}
