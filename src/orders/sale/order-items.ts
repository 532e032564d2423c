import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { thumbnailUrl } from '../../platform/files/photo-urls.ts'
import { orderItems } from './tables.ts'

export const OrderItem = z
  .object({
    product: z.string().describe("The product's id."),
    title: z.string().describe("The product's title when it was bought."),
    sku: z.string().describe("The seller's own article number; empty if there is none."),
    price: z.int().describe("The price of one item, in minor units of the order's currency."),
    quantity: z.int(),
    thumb: z.string().nullable().describe('The address of a small photo; null if there is none.'),
  })
  .meta({ id: 'OrderItem' })

/** Reads the items of the given orders. @returns a function from an order's id to its items */
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
