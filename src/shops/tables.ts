import { integer, pgView, text, timestamp } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { fields } from '../inventory/product.ts'

/*
 * What is published, and nothing else, for whoever asks. Written in SQL beside the tables' rules (migrations), with
 * the functions shop_shelf and shop_categories.
 */

/** Shops by every username that leads to them, the former ones too. None that is closing. */
export const windows = pgView('shop_windows', {
  asked: text().notNull(),
  id: text().notNull(),
  username: text().notNull(),
  name: text().notNull(),
  currency: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
}).existing()

/** What is on sale at a price. */
export const shownProducts = pgView('shop_products', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  title: text().notNull(),
  description: text().notNull(),
  category: text().notNull(),
  condition: text().$type<z.output<typeof fields.condition>>().notNull(),
  price: integer().notNull(),
  available: integer().notNull(),
}).existing()

export const shownPhotos = pgView('shop_photos', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  productId: text('product_id').notNull(),
  position: integer().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
}).existing()
