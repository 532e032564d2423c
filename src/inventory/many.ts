import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { products } from './tables.ts'

/** One of many: as a single value, however many there are. */
export const among = (column: typeof products.id | typeof products.sku, keys: string[]) =>
  sql`${column} in (select jsonb_array_elements_text(${JSON.stringify([...new Set(keys)])}::jsonb))`

/** Holds products against other changes, all of them in the order of their ids: so does whoever sells several. */
export const holdAll = async (db: Tx, { account }: Actor, ids: string[]): Promise<void> =>
  void (await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.accountId, account), among(products.id, ids)))
    .orderBy(asc(products.id))
    .for('no key update'))
