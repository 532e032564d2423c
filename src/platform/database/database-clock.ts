import { sql } from 'drizzle-orm'
import { type Db, queryRows, type Tx } from './database.ts'
import { setDatabaseTime } from './database-time.ts'

/**
 * The database's clock when the statement runs, in whole milliseconds. Only this clock decides whether something is
 * in time.
 */
export const databaseMilliseconds = sql<string | number>`floor(extract(epoch from clock_timestamp()) * 1000)`

/**
 * Reads `databaseMilliseconds` in a separate statement. It serves decisions after a lock, where `tx.now` would be the
 * time before the wait.
 */
export async function readDatabaseClock(tx: Tx | Db): Promise<number> {
  const [row] = await queryRows<{ now: string | number }>(tx, sql`select ${databaseMilliseconds} as now`)
  return Number(row?.now)
}

/** How many measurements are taken. The one whose answer took the shortest time is the most accurate. */
const measurementsEach = 3

/** Measures the database's clock for `databaseTime`. */
export async function measureDatabaseTime(db: Db): Promise<void> {
  let shortest = Number.POSITIVE_INFINITY
  for (let nth = 0; nth < measurementsEach; nth++) {
    const asked = performance.now()
    const now = await readDatabaseClock(db)
    const took = performance.now() - asked
    if (took >= shortest) continue
    shortest = took
    setDatabaseTime(now, asked + took / 2)
  }
}
