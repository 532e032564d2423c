import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../door/tables.ts'
import { at, madeAt } from '../ground/columns.ts'
import { ofTheAccount } from '../ground/rows.ts'

export const conditions = ['new', 'like_new', 'good', 'fair', 'for_parts'] as const
/** At a price, from the shop's window; or by auction in a show, with the price as its starting bid. */
export const sales = ['fixed', 'auction'] as const
export const reasons = [
  'initial',
  'received',
  'sold',
  'cancelled',
  'returned',
  'damaged',
  'correction',
] as const

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
    condition: text({ enum: conditions }).notNull().default('new'),
    sale: text({ enum: sales }).notNull().default('fixed'),
    /** In minor units of the account's currency; of an auction, its starting bid. */
    price: integer().notNull(),
    /** Of one, packed; 0: not known. */
    weightGrams: integer('weight_grams').notNull().default(0),
    /** The sum of its movements: kept by the database with each of them, and by nobody else. */
    stock: integer().notNull().default(0),
    draft: boolean().notNull().default(false),
    archivedAt: at('archived_at'),
    createdAt: madeAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    check('products_price', sql`${t.price} >= 0`),
    check('products_stock', sql`${t.stock} >= 0`),
    check('products_weight', sql`${t.weightGrams} >= 0`),
    index('products_kept').on(t.accountId, t.id).where(sql`${t.archivedAt} is null`),
    index('products_sold_out').on(t.accountId, t.id).where(sql`${t.stock} = 0 and ${t.archivedAt} is null`),
    index('products_category').on(t.accountId, t.category, t.id).where(sql`${t.archivedAt} is null`),
    ofTheAccount(t.accountId),
  ],
)

/** Photos of a product, in an order. Their files lie at photos/<account>/<id>-<size>.webp. */
export const photos = pgTable(
  'photos',
  {
    accountId: text('account_id').notNull(),
    id: text().notNull(),
    productId: text('product_id').notNull(),
    /** The first is the one shown in lists. */
    position: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'photos_product',
      columns: [t.accountId, t.productId],
      foreignColumns: [products.accountId, products.id],
    }).onDelete('cascade'),
    index('photos_of_product').on(t.accountId, t.productId, t.position),
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
    /** Null: a sale, or what became of one. */
    personId: text('person_id'),
    /** Who moved it; of a sale, the buyer's account. */
    personName: text('person_name').notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'stock_movements_product',
      columns: [t.accountId, t.productId],
      foreignColumns: [products.accountId, products.id],
    }).onDelete('cascade'),
    index('stock_movements_of_product').on(t.accountId, t.productId, t.id),
    check('stock_movements_quantity', sql`${t.quantity} <> 0`),
    ofTheAccount(t.accountId),
  ],
)
