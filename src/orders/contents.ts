import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../ground/db.ts'
import { itemsOf, OrderItem } from './items.ts'
import { codeOf } from './placing.ts'
import { orderStates, orders } from './tables.ts'

/** An order as a part of its parcel. */
export const Contained = z.object({
  id: z.string(),
  code: z.string(),
  status: z.enum(orderStates),
  createdAt: z.date(),
  items: z.array(OrderItem),
})

/** What is in some parcels of the account, by parcel. */
export async function ordersIn(db: Tx, account: string, parcels: string[]) {
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
    .where(and(eq(orders.accountId, account), inArray(orders.shipmentId, parcels)))
    .orderBy(asc(orders.id))
  const items = await itemsOf(
    db,
    account,
    found.map(({ id }) => id),
  )
  return (parcel: string) => {
    const inIt = found
      .filter(({ shipmentId }) => shipmentId === parcel)
      .map((order) => ({ ...order, code: codeOf(order.id), items: items(order.id) }))
    const isKnown = inIt.length > 0 && inIt.every(({ weightGrams }) => weightGrams > 0)
    return {
      orders: inIt,
      /** What the products weigh together; null if that is not known of each order. */
      expectedGrams: isKnown ? inIt.reduce((sum, { weightGrams }) => sum + weightGrams, 0) : null,
    }
  }
}
