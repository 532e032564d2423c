import { and, eq, ne, sql } from 'drizzle-orm'
import type { Code, Field } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { accounts } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { type RowValues, rowReader } from './columns.ts'
import { differing } from './product.ts'
import type { Sheet } from './sheet.ts'
import { products } from './tables.ts'

export type Existing = typeof products.$inferSelect

/** What is to become of a row: of which product (none: a new one), or why nothing can. */
export type Planned =
  | { id?: string; values: RowValues }
  | { problem: { code: Code; about: Record<string, unknown>; fields?: Field[] } }

export type Outcome = 'create' | 'update' | 'unchanged' | 'failed'
export type Plan = { rows: Planned[]; outcomes: Outcome[] }

/** Which product each row means: the one with its id, or else the one with its SKU, or else a new one. */
export async function planImport(db: Tx, actor: Actor, { head, rows }: Sheet): Promise<Plan> {
  const [own] = await db
    .select({ currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, actor.account))
  const read = rows.map(rowReader(head, own?.currency ?? ''))
  const values = read.flatMap((row) => ('values' in row ? [row.values] : []))
  const byId = await existing(
    db,
    actor,
    'id',
    values.flatMap(({ id }) => id ?? []),
  )
  const bySku = await existing(
    db,
    actor,
    'sku',
    values.flatMap(({ id, sku }) => (!id && sku) || []),
  )
  const seen = new Map<string, number>()
  const found = read.map((row, number): Found => {
    if ('wrong' in row) return { wrong: row.wrong }
    return { values: row.values, ...match(row.values, byId, bySku, seen, number + 1) }
  })
  return {
    rows: found.map(toPlanned),
    outcomes: found.map(({ wrong, values, of }) => {
      if (wrong || !values) return 'failed'
      if (!of) return 'create'
      return isUnchanged(of, values) ? 'unchanged' : 'update'
    }),
  }
}

type Found = { wrong?: Field[]; values?: RowValues; of?: Existing }

const toPlanned = ({ wrong, values, of }: Found): Planned => {
  if (wrong || !values) return { problem: { code: 'invalid', about: {}, fields: wrong ?? [] } }
  return { ...(of && { id: of.id }), values }
}

/** @param seen the rows before, by what they named */
function match(
  values: RowValues,
  byId: Map<string, Existing[]>,
  bySku: Map<string, Existing[]>,
  seen: Map<string, number>,
  number: number,
): { of?: Existing; wrong?: Field[] } {
  const { id, sku } = values
  const [field, key] = id ? ['id', id] : ['sku', sku]
  if (key) {
    const before = seen.get(`${field} ${key}`)
    if (before) return { wrong: [{ field, code: 'same_row', about: { row: before } }] }
    seen.set(`${field} ${key}`, number)
  }
  const all = (id ? byId.get(id) : sku ? bySku.get(sku) : undefined) ?? []
  const kept = all.filter(({ archivedAt }) => !archivedAt)
  const [of, another] = kept.length > 0 ? kept : all
  if (another) return { wrong: [{ field, code: 'several' }] }
  if (id && !of) return { wrong: [{ field, code: 'unknown_product' }] }
  if (of) {
    const stays = of.archivedAt && (values.status ?? 'archived') === 'archived'
    return stays && !isUnchanged(of, values) ? { of, wrong: [{ field: 'status', code: 'archived' }] } : { of }
  }
  const missing = (['title', 'price'] as const).filter((name) => values[name] === undefined)
  return missing.length > 0 ? { wrong: missing.map((name) => ({ field: name, code: 'required' })) } : {}
}

/** The fields of a product that a row sets; its quantity and its status are done by acts of their own. */
export const fieldsIn = ({ id: _, quantity: __, weight_grams, status, ...rest }: RowValues) => ({
  ...rest,
  ...(weight_grams !== undefined && { weightGrams: weight_grams }),
  ...(status && status !== 'archived' && { draft: status === 'draft' }),
})

function isUnchanged(of: Existing, values: RowValues): boolean {
  const { quantity = of.stock, status } = values
  const becomes = status && (status === 'archived') !== Boolean(of.archivedAt)
  return !becomes && quantity === of.stock && Object.keys(differing(of, fieldsIn(values))).length === 0
}

/** The account's products by id or SKU, for many at once. */
async function existing(db: Tx, { account }: Actor, by: 'id' | 'sku', keys: string[]) {
  if (keys.length === 0) return new Map<string, Existing[]>()
  const column = products[by]
  const found = await db
    .select()
    .from(products)
    .where(
      and(
        eq(products.accountId, account),
        ne(column, ''),
        sql`${column} in (select jsonb_array_elements_text(${JSON.stringify([...new Set(keys)])}::jsonb))`,
      ),
    )
  return Map.groupBy(found, (product) => product[by])
}
