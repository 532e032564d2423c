import { boolean, integer, pgView, text } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { productFields } from '../inventory/product.ts'
import { timestampColumn } from '../platform/database/columns.ts'
import type { discoverabilities, showStatuses } from './vocabulary.ts'

/**
 * The views with the public parts of shows, which anybody may read. They are written in SQL beside the row policies
 * (migrations). Rehearsals and shows of closing accounts are left out.
 */
export const publicShows = pgView('public_shows', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  username: text().notNull(),
  shop: text().notNull(),
  title: text().notNull(),
  description: text().notNull(),
  category: text().notNull(),
  coverId: text('cover_id'),
  coverWidth: integer('cover_width'),
  coverHeight: integer('cover_height'),
  startsAt: timestampColumn('starts_at').notNull(),
  zone: text().notNull(),
  discoverability: text().$type<(typeof discoverabilities)[number]>().notNull(),
  status: text().$type<(typeof showStatuses)[number]>().notNull(),
  currency: text().notNull(),
  startedAt: timestampColumn('started_at'),
  stoppedAt: timestampColumn('stopped_at'),
  closedAt: timestampColumn('closed_at'),
  slowSeconds: integer('slow_seconds').notNull(),
  closeNote: text('close_note').notNull(),
  video: boolean().notNull(),
  node: text(),
  viewers: integer().notNull(),
}).existing()

export const publicLineup = pgView('public_lineup', {
  accountId: text('account_id').notNull(),
  showId: text('show_id').notNull(),
  productId: text('product_id').notNull(),
  position: integer().notNull(),
  title: text().notNull(),
  description: text().notNull(),
  condition: text().$type<z.output<typeof productFields.condition>>().notNull(),
  sale: text().$type<z.output<typeof productFields.sale>>().notNull(),
  price: integer().notNull(),
  available: integer().notNull(),
  photoId: text('photo_id'),
  photoWidth: integer('photo_width'),
  photoHeight: integer('photo_height'),
}).existing()
