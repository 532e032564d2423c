import { and, eq, ne } from 'drizzle-orm'
import type { Field } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { accounts } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { inCurrency, type RowValues } from './columns.ts'
import { among } from './many.ts'
import type { Sheet } from './sheet.ts'
import { products } from './tables.ts'

/** What is to become of a row: of which product (none: a new one), or why nothing can. */
export type Planned = { id?: string; values: RowValues } | { wrong: Field[] }

type Known = { id: string; sku: string; archivedAt: Date | null }
type Matches = { byId: Map<string, Known[]>; bySku: Map<string, Known[]> }

/** Which product each row means: the one with its id, or else the one with its SKU, or else a new one. */
export async function planImport(db: Tx, actor: Actor, { rows }: Sheet): Promise<Planned[]> {
  const [own] = await db
    .select({ currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, actor.account))
  const read = rows.map((row) => ('wrong' in row ? row : inCurrency(row.values, own?.currency ?? '')))
  const values = read.flatMap((row) => ('values' in row ? [row.values] : []))
  const ids = values.flatMap(({ id }) => id ?? [])
  const skus = values.flatMap(({ id, sku }) => (!id && sku) || [])
  const matches = {
    byId: await known(db, actor, 'id', ids),
    bySku: await known(db, actor, 'sku', skus),
  }
  const seen = new Map<string, number>()
  return read.map((row, number) => {
    if ('wrong' in row) return row
    const { id, sku } = row.values
    const twice = id
      ? again(seen, 'id', id, number + 1)
      : sku
        ? again(seen, 'sku', sku, number + 1)
        : undefined
    return twice ? { wrong: [twice] } : match(row.values, matches)
  })
}

/** Whether a row before named the same. */
function again(seen: Map<string, number>, field: 'id' | 'sku', key: string, number: number) {
  const row = seen.get(`${field} ${key}`)
  if (row) return { field, code: 'same_row', about: { row } }
  seen.set(`${field} ${key}`, number)
  return undefined
}

function match(values: RowValues, { byId, bySku }: Matches): Planned {
  const { id, sku } = values
  const all = (id ? byId.get(id) : sku ? bySku.get(sku) : undefined) ?? []
  const kept = all.filter(({ archivedAt }) => !archivedAt)
  const [of, another] = kept.length > 0 ? kept : all
  if (another) return { wrong: [{ field: 'sku', code: 'several' }] }
  if (of) return { id: of.id, values }
  if (id) return { wrong: [{ field: 'id', code: 'unknown_product' }] }
  const missing = (['title', 'price'] as const).filter((name) => values[name] === undefined)
  return missing.length > 0 ? { wrong: missing.map((field) => ({ field, code: 'required' })) } : { values }
}

/** The account's products by id or SKU, for many at once. */
async function known(db: Tx, { account }: Actor, by: 'id' | 'sku', keys: string[]) {
  if (keys.length === 0) return new Map<string, Known[]>()
  const column = products[by]
  const found = await db
    .select({ id: products.id, sku: products.sku, archivedAt: products.archivedAt })
    .from(products)
    .where(and(eq(products.accountId, account), ne(column, ''), among(column, keys)))
  return Map.groupBy(found, (product) => product[by])
}
