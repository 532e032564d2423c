import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { accounts } from '../door/tables.ts'
import { ofTheAccount } from '../ground/rows.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const reasons = ['initial', 'received', 'sold', 'returned', 'damaged', 'correction'] as const

export const products = pgTable(
  'products',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    title: text().notNull(),
    description: text().notNull().default(''),
    category: text().notNull().default(''),
    sku: text().notNull().default(''),
    /** In minor units of the account's currency. */
    price: integer().notNull(),
    draft: boolean().notNull().default(false),
    archivedAt: at('archived_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    check('products_price', sql`${t.price} >= 0`),
    ofTheAccount(t.accountId),
  ],
)

/** Stock is a ledger: the quantity of a product is the sum of its movements, and never below zero. */
export const movements = pgTable(
  'stock_movements',
  {
    accountId: text('account_id').notNull(),
    id: text().notNull(),
    productId: text('product_id').notNull(),
    quantity: integer().notNull(),
    reason: text({ enum: reasons }).notNull(),
    note: text().notNull().default(''),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'stock_movements_product',
      columns: [t.accountId, t.productId],
      foreignColumns: [products.accountId, products.id],
    }).onDelete('cascade'),
    index('stock_movements_of_product').on(t.accountId, t.productId),
    check('stock_movements_quantity', sql`${t.quantity} <> 0`),
    ofTheAccount(t.accountId),
  ],
)
