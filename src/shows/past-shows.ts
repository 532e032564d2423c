import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Actor } from '../access/gate.ts'
import type { Tx } from '../platform/database/database.ts'
import { pageByTime } from '../platform/database/keyset-page.ts'
import { type Period, withinPeriod } from '../platform/format/period.ts'
import { showMinutes, shows } from './tables.ts'

/** Shows that took place in a period, the latest first, each with the largest number of viewers at one time. */
export function showsHeldIn(
  db: Tx,
  { account }: Pick<Actor, 'account'>,
  period: Period,
  after: string | undefined,
  size: number,
) {
  const selection = db
    .select({
      id: shows.id,
      title: shows.title,
      currency: shows.currency,
      startedAt: shows.startedAt,
      closedAt: shows.closedAt,
      peak: sql<number>`coalesce((
        select max(m.viewers) from ${showMinutes} m
        where m.account_id = ${shows.accountId} and m.show_id = ${shows.id}), 0)::int`,
    })
    .from(shows)
  const where = and(
    eq(shows.accountId, account),
    isNull(shows.rehearses),
    isNotNull(shows.startedAt),
    withinPeriod(shows.startedAt, period),
  )
  return pageByTime(
    selection,
    { time: shows.startedAt, id: shows.id },
    { where, after, size },
    ({ startedAt }) => startedAt as Date,
  )
}
