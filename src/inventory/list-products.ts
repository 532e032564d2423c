import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import { boolean, integer, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { accounts } from '../access/tables.ts'
import { timestampColumn } from '../platform/database/columns.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageSize, readCursor, toPage } from '../platform/database/keyset-page.ts'
import { containsPattern, singleLine } from '../platform/text-schemas.ts'
import { toProductView } from './product.ts'
import { photosOf } from './product-photos.ts'
import { products } from './tables.ts'
import { type ProductStatus, productLimits, productStatuses } from './vocabulary.ts'

export const ProductFilter = z.strictObject({
  search: singleLine(200, 0).optional().describe('A text that the title, the SKU or the category contains.'),
  status: z.enum(productStatuses).optional().describe('Default: all but archived products.'),
  category: singleLine(productLimits.category, 0)
    .optional()
    .describe('Only products of exactly this category.'),
})
export const ProductQuery = ProductFilter.extend({ after: cursorParam })
export type ProductFilterInput = z.output<typeof ProductFilter>

/**
 * The account's products with the text in which a search looks. This is a view because row security would keep a query
 * on the table from using the trigram index.
 */
const productTexts = pgView('product_texts', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  category: text().notNull(),
  quantity: integer().notNull(),
  draft: boolean().notNull(),
  archivedAt: timestampColumn('archived_at'),
  text: text().notNull(),
}).existing()

/** Lists products, the latest first. Archived ones are included only if the filter asks for them. */
export async function listProducts(
  db: Tx,
  actor: Actor,
  query: z.output<typeof ProductQuery>,
  size: number = pageSize,
) {
  const [last] = readCursor(query.after, 1) ?? []
  const found = await db
    .select({ product: products, currency: accounts.currency })
    .from(products)
    .innerJoin(accounts, eq(accounts.id, products.accountId))
    .where(matching(db, actor, query, last, size + 1))
    .orderBy(desc(products.id))
    .limit(size + 1)
  const { items, next } = toPage(found, ({ product }) => [product.id], size)
  const ids = items.map(({ product }) => product.id)
  const photos = await photosOf(db, actor.account, ids)
  return {
    items: items.map(({ product, currency }) =>
      toProductView(product, currency, photos.get(product.id) ?? []),
    ),
    next,
  }
}

/** The ids of the products that match the filter, the latest first. */
export async function productIdsMatching(
  db: Tx,
  actor: Actor,
  filter: ProductFilterInput,
  limit: number,
): Promise<string[]> {
  const found = await db
    .select({ id: products.id })
    .from(products)
    .where(matching(db, actor, filter, undefined, limit))
    .orderBy(desc(products.id))
    .limit(limit)
  return found.map(({ id }) => id)
}

/** The categories of all products that are not archived. */
export async function productCategories(db: Tx, { account }: Actor) {
  const items = await db
    .selectDistinct({ name: products.category })
    .from(products)
    .where(and(eq(products.accountId, account), isNull(products.archivedAt), ne(products.category, '')))
    .orderBy(asc(products.category))
    .limit(500)
  return { items, next: null }
}

function matching(db: Tx, actor: Actor, filter: ProductFilterInput, last: string | undefined, limit: number) {
  if (!filter.search) return where(products, actor, filter, last)
  const pattern = containsPattern(filter.search)
  const found = db
    .select({ id: productTexts.id })
    .from(productTexts)
    .where(and(where(productTexts, actor, filter, last), ilike(productTexts.text, pattern)))
    .orderBy(desc(productTexts.id))
    .limit(limit)
  return and(eq(products.accountId, actor.account), inArray(products.id, found))
}

const where = (
  of: typeof products | typeof productTexts,
  { account }: Actor,
  { status, category }: ProductFilterInput,
  last: string | undefined,
) =>
  and(
    eq(of.accountId, account),
    withStatus(of, status),
    category ? eq(of.category, category) : undefined,
    last ? lt(of.id, last) : undefined,
  )

// Repeats the conditions of the partial indexes word for word, so that the database uses them.
function withStatus(
  of: typeof products | typeof productTexts,
  status: ProductStatus | undefined,
): SQL | undefined {
  if (status === 'archived') return isNotNull(of.archivedAt)
  const unarchived = isNull(of.archivedAt)
  if (status === undefined) return unarchived
  if (status === 'draft') return and(unarchived, sql`${of.draft}`)
  return and(
    unarchived,
    sql`not ${of.draft}`,
    status === 'active' ? sql`${of.quantity} > 0` : sql`${of.quantity} = 0`,
  )
}
