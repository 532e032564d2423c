import { sql } from 'drizzle-orm'
import { rows, type Tx } from './db.ts'

/** What the database's clock shows as the statement comes to it, in whole milliseconds: it alone decides what is in time. */
export const moment = sql<string | number>`floor(extract(epoch from clock_timestamp()) * 1000)`

/** The same by itself. */
export async function clock(tx: Tx): Promise<number> {
  const [found] = await rows<{ now: string | number }>(tx, sql`select ${moment} as now`)
  return Number(found?.now)
}
