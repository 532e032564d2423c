import { integer, pgView, text, timestamp } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { productFields } from '../inventory/product.ts'

/**
 * The views with the public parts of shops, which anybody may read. They are written in SQL beside the row policies
 * (migrations), together with the functions list_shop_products and shop_categories.
 */

/** Shops by every username that leads to them (`asked`), including former ones. Closing accounts are left out. */
export const publicShops = pgView('public_shops', {
  asked: text().notNull(),
  id: text().notNull(),
  username: text().notNull(),
  name: text().notNull(),
  currency: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
}).existing()

/** Products that are on sale at a price. */
export const shopProducts = pgView('shop_products', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  title: text().notNull(),
  description: text().notNull(),
  category: text().notNull(),
  condition: text().$type<z.output<typeof productFields.condition>>().notNull(),
  price: integer().notNull(),
  available: integer().notNull(),
}).existing()

export const shopPhotos = pgView('shop_photos', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  productId: text('product_id').notNull(),
  position: integer().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
}).existing()
