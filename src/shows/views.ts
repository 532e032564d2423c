import { boolean, integer, pgView, text } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import { at } from '../ground/columns.ts'
import type { fields } from '../inventory/product.ts'
import type { discoverabilities, showStates } from './tables.ts'

/*
 * What is published of shows, and nothing else, for whoever asks. Written in SQL beside the tables' rules
 * (migrations). Rehearsals are not in them, nor are shows of an account that is closing.
 */
export const shownShows = pgView('shown_shows', {
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
  startsAt: at('starts_at').notNull(),
  zone: text().notNull(),
  discoverability: text().$type<(typeof discoverabilities)[number]>().notNull(),
  state: text().$type<(typeof showStates)[number]>().notNull(),
  currency: text().notNull(),
  startedAt: at('started_at'),
  stoppedAt: at('stopped_at'),
  closedAt: at('closed_at'),
  slowSeconds: integer('slow_seconds').notNull(),
  closeNote: text('close_note').notNull(),
  video: boolean().notNull(),
  node: text(),
  viewers: integer().notNull(),
}).existing()

export const shownLineup = pgView('shown_lineup', {
  accountId: text('account_id').notNull(),
  showId: text('show_id').notNull(),
  productId: text('product_id').notNull(),
  position: integer().notNull(),
  title: text().notNull(),
  description: text().notNull(),
  condition: text().$type<z.output<typeof fields.condition>>().notNull(),
  sale: text().$type<z.output<typeof fields.sale>>().notNull(),
  price: integer().notNull(),
  available: integer().notNull(),
  photoId: text('photo_id'),
  photoWidth: integer('photo_width'),
  photoHeight: integer('photo_height'),
}).existing()
