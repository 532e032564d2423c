import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../door/tables.ts'
import { madeAt } from '../ground/columns.ts'
import { ofTheAccount } from '../ground/rows.ts'

const accountId = () =>
  text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' })

/** Where an account has its purchases sent. */
export const addresses = pgTable(
  'addresses',
  {
    accountId: accountId(),
    id: text().notNull(),
    name: text().notNull(),
    line1: text().notNull(),
    line2: text().notNull().default(''),
    postalCode: text('postal_code').notNull(),
    city: text().notNull(),
    region: text().notNull().default(''),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    /** The one that is offered first. */
    preferred: boolean().notNull().default(false),
    createdAt: madeAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), ofTheAccount(t.accountId)],
)

/** What an account means to buy, by shop. The product is another account's. */
export const cartItems = pgTable(
  'cart_items',
  {
    accountId: accountId(),
    sellerId: text('seller_id').notNull(),
    productId: text('product_id').notNull(),
    quantity: integer().notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.sellerId, t.productId] }),
    check('cart_items_quantity', sql`${t.quantity} > 0`),
    ofTheAccount(t.accountId),
  ],
)
