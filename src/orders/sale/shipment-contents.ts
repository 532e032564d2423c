import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { orderStates } from '../vocabulary.ts'
import { orderCode } from './order-code.ts'
import { OrderItem, orderItemsOf } from './order-items.ts'
import { orders } from './tables.ts'

/** An order as part of its shipment. */
export const ShippedOrder = z.object({
  id: z.string(),
  code: z.string(),
  status: z.enum(orderStates),
  createdAt: z.date(),
  items: z.array(OrderItem),
})

/** The orders in the given shipments of the account, by shipment. */
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
    const inIt = found
      .filter(({ shipmentId }) => shipmentId === shipment)
      .map((order) => ({ ...order, code: orderCode(order.id), items: items(order.id) }))
    const isKnown = inIt.length > 0 && inIt.every(({ weightGrams }) => weightGrams > 0)
    return {
      orders: inIt,
      /** The weight of all products; null if the weight of one is unknown. */
      expectedGrams: isKnown ? inIt.reduce((sum, { weightGrams }) => sum + weightGrams, 0) : null,
    }
  }
}
