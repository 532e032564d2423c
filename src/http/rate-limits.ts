import { sql } from 'drizzle-orm'
import { Refusal } from '../errors/refusal.ts'
import { type Database, queryRows, type Tx } from '../platform/database/database.ts'
import { databaseTime } from '../platform/database/database-time.ts'

/** How many attempts (`count`) each key has within `minutes`. */
export type Quota = { count: number; minutes: number }

/** Counts attempts in the database, so that all nodes share the counts. @param factor multiplies every limit */
export const makeRateLimits = (database: Database, factor: number) => ({
  /** Counts one attempt. @throws Refusal rate_limited with retryAt once the quota is exceeded */
  async take(key: string, { count, minutes }: Quota): Promise<void> {
    const [found] = await queryRows<{ count: number; until: string }>(
      database.db,
      sql`insert into attempts as a (key, count, until)
        values (${key}, 1, now() + ${`${minutes} minutes`}::interval)
        on conflict (key) do update set
          count = case when a.until < now() then 1 else a.count + 1 end,
          until = case when a.until < now() then excluded.until else a.until end
        returning count, until`,
    )
    if (found && found.count > count * factor) throw rateLimited(new Date(found.until))
  },

  /** Resets the count after a successful attempt. */
  async forgive(key: string): Promise<void> {
    await database.db.execute(sql`delete from attempts where key = ${key}`)
  },
})
export type RateLimits = ReturnType<typeof makeRateLimits>

/** The refusal of an attempt over the quota. `retryAt` is when the next attempt is allowed. */
export const rateLimited = (retryAt: Date) =>
  new Refusal('rate_limited', {
    retryAt: retryAt.toISOString(),
    minutes: Math.max(1, Math.ceil((retryAt.getTime() - databaseTime()) / 60_000)),
  })

export const deleteOldAttempts = (tx: Tx) => tx.execute(sql`delete from attempts where until < now()`)
