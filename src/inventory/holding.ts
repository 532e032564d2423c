import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { products } from './tables.ts'

/** Holds products against other changes, all of them in the order of their ids: so does whoever sells several. */
export const holdAll = async (db: Tx, { account }: Actor, ids: string[]): Promise<void> =>
  void (await db
    .select({ id: products.id })
    .from(products)
    .where(
      and(
        eq(products.accountId, account),
        sql`${products.id} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
      ),
    )
    .orderBy(asc(products.id))
    .for('no key update'))
