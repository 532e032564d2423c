import { and, desc, eq, ilike, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import { accounts } from '../door/tables.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { line, lines } from '../ground/text.ts'
import { addMovement } from './stock.ts'
import { movements, products } from './tables.ts'

/** At most a million of the currency's units. */
const price = z.int().min(0).max(100_000_000)
const fields = {
  title: line(200),
  /** In minor units of the account's currency. */
  price,
  description: lines(5000).optional(),
  category: line(80, 0).optional(),
  /** The seller's own number for it. */
  sku: line(80, 0).optional(),
  /** Not yet on sale. */
  draft: z.boolean().optional(),
}
export const NewProduct = z.strictObject({ ...fields, quantity: z.int().min(0).max(1_000_000) })
export const ProductChange = z.strictObject(fields).partial()

export const productStates = ['active', 'draft', 'sold_out', 'archived'] as const
export const ProductQuery = z.strictObject({
  /** In the title, the SKU or the category. */
  search: line(200, 0).optional(),
  status: z.enum(productStates).optional(),
  after,
})

export const Product = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    category: z.string(),
    sku: z.string(),
    price: z.int(),
    currency: z.string(),
    /** In stock: the sum of its movements. */
    quantity: z.int(),
    status: z.enum(productStates),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .meta({ id: 'Product' })

export async function create(db: Tx, actor: Actor, { quantity, ...input }: z.output<typeof NewProduct>) {
  const id = newId('product')
  await db
    .insert(products)
    .values({ accountId: actor.account, id, ...given(input), title: input.title, price: input.price })
  if (quantity > 0) await addMovement(db, actor, id, { quantity, reason: 'initial', note: '' })
  return done(db, actor, id, 'inventory.created')
}

/** @throws Refusal not_found or archived */
export async function edit(db: Tx, actor: Actor, id: string, input: z.output<typeof ProductChange>) {
  const before = await find(db, actor, id)
  if (before.status === 'archived') throw new Refusal('archived')
  await db
    .update(products)
    .set({ ...given(input), updatedAt: sql`now()` })
    .where(byId(actor, id))
  const changed = Object.keys(input).filter((key) => key !== 'draft')
  return done(db, actor, id, 'inventory.edited', { changed })
}

/** Archived products are kept, and out of every list that does not ask for them. */
export async function archive(db: Tx, actor: Actor, id: string) {
  await find(db, actor, id)
  await db
    .update(products)
    .set({ archivedAt: sql`now()` })
    .where(and(byId(actor, id), isNull(products.archivedAt)))
  return done(db, actor, id, 'inventory.archived')
}

export async function restore(db: Tx, actor: Actor, id: string) {
  await find(db, actor, id)
  await db.update(products).set({ archivedAt: null }).where(byId(actor, id))
  return done(db, actor, id, 'inventory.restored')
}

/** @throws Refusal not_found */
export async function find(db: Tx, actor: Actor, id: string) {
  const [found] = await shown(db).where(byId(actor, id))
  if (!found) throw new Refusal('not_found')
  return view(found)
}

/** The latest first; archived ones only if asked for. */
export async function list(db: Tx, actor: Actor, query: z.output<typeof ProductQuery>) {
  const [last] = readCursor(query.after, 1) ?? []
  const found = await shown(db)
    .where(
      and(
        eq(products.accountId, actor.account),
        inState(query.status),
        query.search ? matches(query.search) : undefined,
        last ? lt(products.id, last) : undefined,
      ),
    )
    .orderBy(desc(products.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ product }) => [product.id])
  return { items: items.map(view), next }
}

const byId = ({ account }: Actor, id: string) => and(eq(products.accountId, account), eq(products.id, id))

const quantity = sql<number>`(
  select coalesce(sum(m.quantity), 0)::int from ${movements} m
  where m.account_id = ${products.accountId} and m.product_id = ${products.id})`

const inState = (state: (typeof productStates)[number] | undefined): SQL | undefined => {
  if (state === 'archived') return isNotNull(products.archivedAt)
  const kept = isNull(products.archivedAt)
  if (state === undefined) return kept
  if (state === 'draft') return and(kept, products.draft)
  return and(
    kept,
    eq(products.draft, false),
    state === 'active' ? sql`${quantity} > 0` : sql`${quantity} = 0`,
  )
}

const matches = (text: string) => {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return or(ilike(products.title, pattern), ilike(products.sku, pattern), ilike(products.category, pattern))
}

const shown = (db: Tx) =>
  db
    .select({ product: products, currency: accounts.currency, quantity })
    .from(products)
    .innerJoin(accounts, eq(accounts.id, products.accountId))

type Shown = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]

const view = ({ product, currency, quantity }: Shown): z.input<typeof Product> => ({
  ...product,
  currency,
  quantity,
  status: product.archivedAt ? 'archived' : product.draft ? 'draft' : quantity > 0 ? 'active' : 'sold_out',
})

/** Only what was given: a field left out stays as it is. */
const given = <T extends object>(input: T) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

async function done(db: Tx, actor: Actor, id: string, act: `inventory.${string}`, details = {}) {
  const product = await find(db, actor, id)
  await record(db, actor, { act, subject: { id, name: product.title }, details })
  await tell(db, {
    kind: 'changed',
    account: actor.account,
    what: 'products',
    permission: 'inventory.manage',
  })
  return product
}
