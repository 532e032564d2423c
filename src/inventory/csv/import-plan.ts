import { eq } from 'drizzle-orm'
import type { Actor } from '../../access/gate.ts'
import { accounts } from '../../access/tables.ts'
import type { FieldProblem } from '../../errors/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type ProductFields, readProducts } from '../products-batch.ts'
import type { products } from '../tables.ts'
import { type CsvValues, priceInMinorUnits } from './csv-columns.ts'
import type { ProductCsv } from './import-csv.ts'

type Row = typeof products.$inferSelect
type Matched = 'id' | 'sku' | 'archivedAt'

/**
 * A row with the product that it changes (`existing`; without one, it creates a product), or with the reasons why it
 * cannot be imported.
 */
export type PlannedRow<Of> = { existing?: Of; values: CsvValues } | { wrong: FieldProblem[] }

/**
 * Decides which product each row changes: the one with its id, else the one with its SKU, else a new one.
 * @param also further fields of the existing products that the caller needs
 */
export async function planImport<F extends keyof Row = Matched>(
  db: Tx,
  actor: Actor,
  { rows }: ProductCsv,
  also: readonly F[] = [],
): Promise<PlannedRow<ProductFields<F | Matched>>[]> {
  const [own] = await db
    .select({ currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, actor.account))
  const read = rows.map((row) => ('wrong' in row ? row : priceInMinorUnits(row.values, own?.currency ?? '')))
  const values = read.flatMap((row) => ('values' in row ? [row.values] : []))
  const known = async (by: 'id' | 'sku', keys: string[]) => {
    const found = await readProducts(db, actor, by, keys, ['id', 'sku', 'archivedAt', ...also])
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
    const duplicate = findDuplicate(seen, row.values, place + 1)
    return duplicate ? { wrong: [duplicate] } : match(row.values, matches)
  })
}

/**
 * Returns a problem if an earlier row has the same id or SKU. Its row number is that of a spreadsheet, where row 1
 * contains the names of the columns.
 */
function findDuplicate(
  seen: Map<string, number>,
  { id, sku }: CsvValues,
  number: number,
): FieldProblem | undefined {
  const field = id ? 'id' : 'sku'
  const key = `${field} ${id || sku}`
  const row = seen.get(key)
  if (row) return { field, code: 'same_row', about: { row: row + 1 } }
  if (id || sku) seen.set(key, number)
  return undefined
}

function match<Of extends ProductFields<Matched>>(
  values: CsvValues,
  known: Record<'id' | 'sku', Map<string, Of[]>>,
): PlannedRow<Of> {
  const { id, sku } = values
  const all = (id ? known.id.get(id) : sku ? known.sku.get(sku) : undefined) ?? []
  const unarchived = all.filter(({ archivedAt }) => !archivedAt)
  const [existing, another] = unarchived.length > 0 ? unarchived : all
  if (another) return { wrong: [{ field: 'sku', code: 'several' }] }
  if (existing) return { existing, values }
  if (id) return { wrong: [{ field: 'id', code: 'unknown_product' }] }
  const missing = (['title', 'price'] as const).filter((name) => values[name] === undefined)
  return missing.length > 0 ? { wrong: missing.map((field) => ({ field, code: 'required' })) } : { values }
}
