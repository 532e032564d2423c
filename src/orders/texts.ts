import { pgView, text } from 'drizzle-orm/pg-core'
import { anywhere } from '../ground/text.ts'
import { orderStates, shipmentStates } from './tables.ts'

/*
 * What people search orders and parcels in. These views hold the rows of the transaction's account and no others;
 * where row security stands before a search in text, PostgreSQL would use no index for it.
 */
export const orderTexts = pgView('order_texts', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  status: text({ enum: orderStates }).notNull(),
  shipmentId: text('shipment_id'),
  text: text().notNull(),
}).existing()

export const parcelTexts = pgView('parcel_texts', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  status: text({ enum: shipmentStates }).notNull(),
  /** The tracking number, in small letters. */
  text: text(),
}).existing()

/** Anywhere in the text, whatever the case. */
export const containing = (words: string): string => anywhere(words.toLowerCase())
