import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '../access/gate.ts'
import type { Tx } from '../platform/database/database.ts'
import { products } from './tables.ts'

/*
 * Passes thousands of keys and products as one JSON value. With a parameter and a row for each, it would take
 * seconds.
 */

type Row = typeof products.$inferSelect
/** Fields of a product in JSON, where a time is a string. */
export type ProductFields<F extends keyof Row> = {
  [K in F]: Row[K] extends Date | null ? string | null : Row[K]
}

/** Reads products by their ids or SKUs, with the requested fields. */
export async function readProducts<const F extends keyof Row>(
  db: Tx,
  { account }: Actor,
  by: 'id' | 'sku',
  keys: string[],
  wanted: readonly F[],
): Promise<ProductFields<F>[]> {
  if (keys.length === 0) return []
  const fields = sql.join(
    wanted.flatMap((field) => [sql.raw(`'${field}'`), sql`${products[field]}`]),
    sql`, `,
  )
  const [read] = await db
    .select({ found: sql<ProductFields<F>[] | null>`json_agg(json_build_object(${fields}))` })
    .from(products)
    .where(and(eq(products.accountId, account), isOneOf(products[by], keys)))
  return read?.found ?? []
}

/**
 * Locks products against other changes, in the order of their ids. A sale of several products locks them in the same
 * order, so that the change and the sale cannot deadlock.
 */
export const lockProducts = async (db: Tx, { account }: Actor, ids: string[]): Promise<void> =>
  void (await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.accountId, account), isOneOf(products.id, ids)))
    .orderBy(asc(products.id))
    .for('no key update'))

const isOneOf = (column: typeof products.id | typeof products.sku, keys: string[]) =>
  sql`${column} in (select jsonb_array_elements_text(${JSON.stringify([...new Set(keys)])}::jsonb))`
