import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountIdColumn } from '../access/tables.ts'
import { createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows } from '../platform/database/row-policies.ts'
import { movementReasons, productConditions, saleKinds } from './vocabulary.ts'

export const products = pgTable(
  'products',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    title: text().notNull(),
    description: text().notNull().default(''),
    category: text().notNull().default(''),
    sku: text().notNull().default(''),
    condition: text({ enum: productConditions }).notNull().default('new'),
    sale: text({ enum: saleKinds }).notNull().default('fixed'),
    /** In minor units of the account's currency. For a product that is sold by auction: the starting bid. */
    price: integer().notNull(),
    /** The weight of one item, packed; 0: unknown. */
    weightGrams: integer('weight_grams').notNull().default(0),
    /** The sum of the stock movements. Only a trigger writes this column, with each movement. */
    quantity: integer().notNull().default(0),
    draft: boolean().notNull().default(false),
    archivedAt: timestampColumn('archived_at'),
    createdAt: createdAtColumn(),
    updatedAt: timestampColumn('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    check('products_price', sql`${t.price} >= 0`),
    check('products_quantity', sql`${t.quantity} >= 0`),
    check('products_weight', sql`${t.weightGrams} >= 0`),
    index('products_kept').on(t.accountId, t.id).where(sql`${t.archivedAt} is null`),
    index('products_sold_out')
      .on(t.accountId, t.id)
      .where(sql`${t.quantity} = 0 and ${t.archivedAt} is null`),
    index('products_category').on(t.accountId, t.category, t.id).where(sql`${t.archivedAt} is null`),
    accountRows(t.accountId),
  ],
)

/** The photos of a product. Their files are stored as photos/<account>/<id>-<size>.webp. */
export const photos = pgTable(
  'photos',
  {
    accountId: text('account_id').notNull(),
    id: text().notNull(),
    productId: text('product_id').notNull(),
    /** Lists show the photo with the lowest position. */
    position: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'photos_product',
      columns: [t.accountId, t.productId],
      foreignColumns: [products.accountId, products.id],
    }).onDelete('cascade'),
    index('photos_of_product').on(t.accountId, t.productId, t.position),
    accountRows(t.accountId),
  ],
)

/** Changes of a product's stock. The stock is their sum, which is never below zero. */
export const stockMovements = pgTable(
  'stock_movements',
  {
    accountId: text('account_id').notNull(),
    id: text().notNull(),
    productId: text('product_id').notNull(),
    quantity: integer().notNull(),
    reason: text({ enum: movementReasons }).notNull(),
    note: text().notNull().default(''),
    /** Null for a sale, and for items that come back from one. */
    personId: text('person_id'),
    /** The name of the member who changed the stock. For a sale: the name of the buyer's account. */
    personName: text('person_name').notNull(),
    createdAt: createdAtColumn(),
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
    accountRows(t.accountId),
  ],
)
