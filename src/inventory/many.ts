import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { products } from './tables.ts'

/* Thousands of products at once: as one value each way, for so many parameters and rows would take seconds. */

type Row = typeof products.$inferSelect
/** Fields of a product as JSON has them: a time is a text. */
export type Kept<F extends keyof Row> = { [K in F]: Row[K] extends Date | null ? string | null : Row[K] }

/** Products by their ids or SKUs, of each the fields that are asked for. */
export async function readMany<const F extends keyof Row>(
  db: Tx,
  { account }: Actor,
  by: 'id' | 'sku',
  keys: string[],
  wanted: readonly F[],
): Promise<Kept<F>[]> {
  if (keys.length === 0) return []
  const fields = sql.join(
    wanted.flatMap((field) => [sql.raw(`'${field}'`), sql`${products[field]}`]),
    sql`, `,
  )
  const [read] = await db
    .select({ found: sql<Kept<F>[] | null>`json_agg(json_build_object(${fields}))` })
    .from(products)
    .where(and(eq(products.accountId, account), among(products[by], keys)))
  return read?.found ?? []
}

/** Holds products against other changes, all of them in the order of their ids: so does whoever sells several. */
export const holdAll = async (db: Tx, { account }: Actor, ids: string[]): Promise<void> =>
  void (await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.accountId, account), among(products.id, ids)))
    .orderBy(asc(products.id))
    .for('no key update'))

const among = (column: typeof products.id | typeof products.sku, keys: string[]) =>
  sql`${column} in (select jsonb_array_elements_text(${JSON.stringify([...new Set(keys)])}::jsonb))`
