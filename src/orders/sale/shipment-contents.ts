import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { orderStatuses } from '../vocabulary.ts'
import { orderCode } from './order-code.ts'
import { OrderItem, orderItemsOf } from './order-items.ts'
import { orders } from './tables.ts'

/** An order as part of its shipment. */
export const ShippedOrder = z.object({
  id: z.string(),
  code: z.string(),
  status: z.enum(orderStatuses),
  createdAt: z.date(),
  items: z.array(OrderItem),
})

/** Reads the orders in the given shipments. @returns a function from a shipment's id to its contents */
export async function ordersInShipments(db: Tx, account: string, shipments: string[]) {
  const found = await db
    .select({
      id: orders.id,
      shipmentId: orders.shipmentId,
      buyerId: orders.buyerId,
      accountId: orders.accountId,
      buyerName: orders.buyerName,
      status: orders.status,
      currency: orders.currency,
      weightGrams: orders.weightGrams,
      createdAt: orders.createdAt,
    })
    .from(orders)
    .where(and(eq(orders.accountId, account), inArray(orders.shipmentId, shipments)))
    .orderBy(asc(orders.id))
  const items = await orderItemsOf(
    db,
    account,
    found.map(({ id }) => id),
  )
  return (shipment: string) => {
    const contained = found
      .filter(({ shipmentId }) => shipmentId === shipment)
      .map((order) => ({ ...order, code: orderCode(order.id), items: items(order.id) }))
    const isKnown = contained.length > 0 && contained.every(({ weightGrams }) => weightGrams > 0)
    return {
      orders: contained,
      /** The weight of all products together; null if the weight of any of them is unknown. */
      expectedGrams: isKnown ? contained.reduce((sum, { weightGrams }) => sum + weightGrams, 0) : null,
    }
  }
}
