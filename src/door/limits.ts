import { sql } from 'drizzle-orm'
import { type Database, rows, type Tx } from '../ground/db.ts'
import { Refusal } from './errors.ts'

/** `count` times within `minutes`, for each key. */
export type Limit = { count: number; minutes: number }

/** Counts tries in the database, so that every node counts the same. @param factor multiplies every limit */
export const makeLimits = (database: Database, factor: number) => ({
  /** @throws Refusal rate_limited with retryAt, once there were too many */
  async take(key: string, { count, minutes }: Limit): Promise<void> {
    const [found] = await rows<{ count: number; until: string }>(
      database.db,
      sql`insert into attempts as a (key, count, until)
        values (${key}, 1, now() + ${`${minutes} minutes`}::interval)
        on conflict (key) do update set
          count = case when a.until < now() then 1 else a.count + 1 end,
          until = case when a.until < now() then excluded.until else a.until end
        returning count, until`,
    )
    if (found && found.count > count * factor) throw tooOften(new Date(found.until))
  },

  /** Forgets the tries: the last one was right. */
  async forgive(key: string): Promise<void> {
    await database.db.execute(sql`delete from attempts where key = ${key}`)
  },
})
export type Limits = ReturnType<typeof makeLimits>

/** Too often, until then. */
export const tooOften = (retryAt: Date) =>
  new Refusal('rate_limited', {
    retryAt: retryAt.toISOString(),
    minutes: Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 60_000)),
  })

export const forgetOldAttempts = (tx: Tx) => tx.execute(sql`delete from attempts where until < now()`)
