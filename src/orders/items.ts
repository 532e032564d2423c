import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../ground/db.ts'
import { thumbOf } from '../inventory/photo-address.ts'
import { orderItems } from './tables.ts'

export const OrderItem = z
  .object({
    product: z.string(),
    title: z.string(),
    sku: z.string(),
    /** Of one, in minor units of the order's currency. */
    price: z.int(),
    quantity: z.int(),
    thumb: z.string().nullable(),
  })
  .meta({ id: 'OrderItem' })

/** What was sold in some orders of the account, by order. */
export async function itemsOf(db: Tx, account: string, orders: string[]) {
  const found =
    orders.length === 0
      ? []
      : await db
          .select()
          .from(orderItems)
          .where(and(eq(orderItems.accountId, account), inArray(orderItems.orderId, orders)))
          .orderBy(asc(orderItems.orderId), asc(orderItems.position))
  const views = found.map(({ orderId, productId, title, sku, price, quantity, photoId }) => ({
    order: orderId,
    item: {
      product: productId,
      title,
      sku,
      price,
      quantity,
      thumb: thumbOf(account, photoId),
    },
  }))
  return (order: string) => views.filter((view) => view.order === order).map(({ item }) => item)
}
