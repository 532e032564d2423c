import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import * as cancellations from './cancellations.ts'
import { CancellationRequest } from './cancellations.ts'
import { requestOf } from './cancelling.ts'
import { history, OrderStep } from './history.ts'
import { itemsOf, OrderItem } from './items.ts'
import { codeOf } from './placing.ts'
import { left, Refund, refundsOf } from './refunds.ts'
import { Destination, Shipment, find as shipment } from './shipment.ts'
import { orderStates, orders } from './tables.ts'

/** An order as the seller's side sees it. Amounts are in minor units of its currency. */
export const Order = z
  .object({
    id: z.string(),
    /** What people call it. */
    code: z.string(),
    status: z.enum(orderStates),
    /** Null once that account is deleted. */
    buyerName: z.string().nullable(),
    address: Destination.nullable(),
    currency: z.string(),
    itemsTotal: z.int(),
    shipping: z.int(),
    total: z.int(),
    /** What of it can still be paid back. */
    refundable: z.int(),
    createdAt: z.date(),
    paidAt: z.date().nullable(),
    closedAt: z.date().nullable(),
    items: z.array(OrderItem),
    shipment: Shipment.nullable(),
    cancellation: CancellationRequest.nullable(),
    refunds: z.array(Refund),
    history: z.array(OrderStep),
  })
  .meta({ id: 'Order' })

/** @throws Refusal not_found */
export async function find(db: Tx, actor: Actor, id: string): Promise<z.input<typeof Order>> {
  const [order] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.accountId, actor.account), eq(orders.id, id)))
  if (!order) throw new Refusal('not_found')
  const request = await requestOf(db, order)
  const refunds = await refundsOf(db, order)
  return {
    ...order,
    code: codeOf(id),
    refundable: order.paidAt ? await left(db, order) : 0,
    items: (await itemsOf(db, actor.account, [id]))(id),
    shipment: order.shipmentId ? await shipment(db, actor, order.shipmentId) : null,
    cancellation: request ? await cancellations.find(db, actor, request.id) : null,
    refunds: refunds.map(({ personName, ...refund }) => ({ ...refund, person: personName })),
    // Why a bank declined is between it and the buyer.
    history: (await history(db, order, 'seller')).map((step) =>
      step.what === 'payment_failed' ? { ...step, details: {} } : step,
    ),
  }
}
