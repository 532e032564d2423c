import { eq } from 'drizzle-orm'
import type { Field } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { accounts } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { inCurrency, type RowValues } from './columns.ts'
import { type Kept, readMany } from './many.ts'
import type { Sheet } from './sheet.ts'
import type { products } from './tables.ts'

type Row = typeof products.$inferSelect
type Matched = 'id' | 'sku' | 'archivedAt'

/** A row with the product that it means (none: a new one), or why nothing can come of it. */
export type Planned<Of> = { of?: Of; values: RowValues } | { wrong: Field[] }

/**
 * Which product each row means: the one with its id, or else the one with its SKU, or else a new one.
 * @param also fields of the products that the caller wants besides
 */
export async function planImport<F extends keyof Row = Matched>(
  db: Tx,
  actor: Actor,
  { rows }: Sheet,
  also: readonly F[] = [],
): Promise<Planned<Kept<F | Matched>>[]> {
  const [own] = await db
    .select({ currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, actor.account))
  const read = rows.map((row) => ('wrong' in row ? row : inCurrency(row.values, own?.currency ?? '')))
  const values = read.flatMap((row) => ('values' in row ? [row.values] : []))
  const known = async (by: 'id' | 'sku', keys: string[]) => {
    const found = await readMany(db, actor, by, keys, ['id', 'sku', 'archivedAt', ...also])
    return Map.groupBy(found, (product) => product[by] as string)
  }
  const matches = {
    id: await known(
      'id',
      values.flatMap(({ id }) => id ?? []),
    ),
    sku: await known(
      'sku',
      values.flatMap(({ id, sku }) => (!id && sku) || []),
    ),
  }
  const seen = new Map<string, number>()
  return read.map((row, place) => {
    if ('wrong' in row) return row
    const twice = again(seen, row.values, place + 1)
    return twice ? { wrong: [twice] } : match(row.values, matches)
  })
}

/** Whether a row before named the same: told as a spreadsheet counts, where the names of the columns are row 1. */
function again(seen: Map<string, number>, { id, sku }: RowValues, number: number): Field | undefined {
  const field = id ? 'id' : 'sku'
  const key = `${field} ${id || sku}`
  const row = seen.get(key)
  if (row) return { field, code: 'same_row', about: { row: row + 1 } }
  if (id || sku) seen.set(key, number)
  return undefined
}

function match<Of extends Kept<Matched>>(
  values: RowValues,
  known: Record<'id' | 'sku', Map<string, Of[]>>,
): Planned<Of> {
  const { id, sku } = values
  const all = (id ? known.id.get(id) : sku ? known.sku.get(sku) : undefined) ?? []
  const kept = all.filter(({ archivedAt }) => !archivedAt)
  const [of, another] = kept.length > 0 ? kept : all
  if (another) return { wrong: [{ field: 'sku', code: 'several' }] }
  if (of) return { of, values }
  if (id) return { wrong: [{ field: 'id', code: 'unknown_product' }] }
  const missing = (['title', 'price'] as const).filter((name) => values[name] === undefined)
  return missing.length > 0 ? { wrong: missing.map((field) => ({ field, code: 'required' })) } : { values }
}
