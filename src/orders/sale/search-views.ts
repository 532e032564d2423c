import { pgView, text } from 'drizzle-orm/pg-core'
import { containsPattern } from '../../platform/text-schemas.ts'
import { orderStatuses, shipmentStatuses } from '../vocabulary.ts'

/**
 * The texts in which people search for orders and shipments. These views contain only the rows of the transaction's
 * account, because PostgreSQL uses no index for a text search that has to wait for a row policy.
 */
export const orderTexts = pgView('order_texts', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  status: text({ enum: orderStatuses }).notNull(),
  shipmentId: text('shipment_id'),
  text: text().notNull(),
}).existing()

export const shipmentTexts = pgView('shipment_texts', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  status: text({ enum: shipmentStatuses }).notNull(),
  /** The tracking number, in lower case. */
  text: text(),
}).existing()

/** A LIKE pattern that matches the words anywhere in a text that is in lower case. */
export const containsLowercase = (words: string): string => containsPattern(words.toLowerCase())
