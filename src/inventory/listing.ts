import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import { boolean, integer, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import { accounts } from '../door/tables.ts'
import { at } from '../ground/columns.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { anywhere, line } from '../ground/text.ts'
import { photosOf } from './photos.ts'
import { type ProductState, productStates, view } from './product.ts'
import { products } from './tables.ts'

export const ProductFilter = z.strictObject({
  /** In the title, the SKU or the category. */
  search: line(200, 0).optional(),
  status: z.enum(productStates).optional(),
  category: line(80, 0).optional(),
})
export const ProductQuery = ProductFilter.extend({ after })
export type Filter = z.output<typeof ProductFilter>

/** The account's products with the text that is searched in: a view, whose index of trigrams row security lets be used. */
const texts = pgView('product_texts', {
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  category: text().notNull(),
  stock: integer().notNull(),
  draft: boolean().notNull(),
  archivedAt: at('archived_at'),
  text: text().notNull(),
}).existing()

/** The latest first; archived ones only if asked for. */
export async function list(
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
    items: items.map(({ product, currency }) => view(product, currency, photos.get(product.id) ?? [])),
    next,
  }
}

/** The ids of what a filter leaves, the latest first. */
export async function idsOf(db: Tx, actor: Actor, filter: Filter, most: number): Promise<string[]> {
  const found = await db
    .select({ id: products.id })
    .from(products)
    .where(matching(db, actor, filter, undefined, most))
    .orderBy(desc(products.id))
    .limit(most)
  return found.map(({ id }) => id)
}

/** The categories in use, of products that are not archived. */
export async function categories(db: Tx, { account }: Actor) {
  const items = await db
    .selectDistinct({ name: products.category })
    .from(products)
    .where(and(eq(products.accountId, account), isNull(products.archivedAt), ne(products.category, '')))
    .orderBy(asc(products.category))
    .limit(500)
  return { items, next: null }
}

function matching(db: Tx, actor: Actor, filter: Filter, last: string | undefined, most: number) {
  if (!filter.search) return where(products, actor, filter, last)
  const pattern = anywhere(filter.search)
  const found = db
    .select({ id: texts.id })
    .from(texts)
    .where(and(where(texts, actor, filter, last), ilike(texts.text, pattern)))
    .orderBy(desc(texts.id))
    .limit(most)
  return and(eq(products.accountId, actor.account), inArray(products.id, found))
}

const where = (
  of: typeof products | typeof texts,
  { account }: Actor,
  { status, category }: Filter,
  last: string | undefined,
) =>
  and(
    eq(of.accountId, account),
    inState(of, status),
    category ? eq(of.category, category) : undefined,
    last ? lt(of.id, last) : undefined,
  )

// As the indexes' own conditions say it, so that they serve.
function inState(of: typeof products | typeof texts, state: ProductState | undefined): SQL | undefined {
  if (state === 'archived') return isNotNull(of.archivedAt)
  const kept = isNull(of.archivedAt)
  if (state === undefined) return kept
  if (state === 'draft') return and(kept, sql`${of.draft}`)
  return and(kept, sql`not ${of.draft}`, state === 'active' ? sql`${of.stock} > 0` : sql`${of.stock} = 0`)
}
