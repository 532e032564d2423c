import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountIdColumn } from '../access/tables.ts'
import { createdAtColumn } from '../platform/database/columns.ts'
import { accountRows } from '../platform/database/row-policies.ts'

/** The addresses to which an account's purchases are sent. */
export const addresses = pgTable(
  'addresses',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    name: text().notNull(),
    line1: text().notNull(),
    line2: text().notNull().default(''),
    postalCode: text('postal_code').notNull(),
    city: text().notNull(),
    region: text().notNull().default(''),
    /** The ISO 3166-1 alpha-2 code of the country. */
    country: text().notNull(),
    /** The address that is offered first. */
    preferred: boolean().notNull().default(false),
    createdAt: createdAtColumn(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), accountRows(t.accountId)],
)

/** The cart: what an account intends to buy, by shop. The product belongs to another account. */
export const cartItems = pgTable(
  'cart_items',
  {
    accountId: accountIdColumn(),
    sellerId: text('seller_id').notNull(),
    productId: text('product_id').notNull(),
    quantity: integer().notNull(),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.sellerId, t.productId] }),
    check('cart_items_quantity', sql`${t.quantity} > 0`),
    accountRows(t.accountId),
  ],
)
