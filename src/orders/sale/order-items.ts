import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { thumbnailUrl } from '../../platform/files/photo-urls.ts'
import { orderItems } from './tables.ts'

export const OrderItem = z
  .object({
    product: z.string(),
    title: z.string(),
    sku: z.string(),
    price: z.int().describe("The price of one, in minor units of the order's currency."),
    quantity: z.int(),
    thumb: z.string().nullable(),
  })
  .meta({ id: 'OrderItem' })

/** The items of the given orders: a map by order id. */
export async function orderItemsOf(db: Tx, account: string, orders: string[]) {
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
      thumb: thumbnailUrl(account, photoId),
    },
  }))
  return (order: string) => views.filter((view) => view.order === order).map(({ item }) => item)
}
