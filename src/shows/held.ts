import { and, desc, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { readCursor, toPage } from '../ground/page.ts'
import { during, type Period } from '../ground/period.ts'
import { showMinutes, shows } from './tables.ts'

/** Shows that were on in a period, the latest first, with the most that watched at a time. */
export async function heldIn(
  db: Tx,
  { account }: Pick<Actor, 'account'>,
  period: Period,
  after: string | undefined,
  size: number,
) {
  const [at, id] = readCursor(after, 2) ?? []
  const before = new Date(at ?? '')
  const found = await db
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
    .where(
      and(
        eq(shows.accountId, account),
        isNull(shows.rehearses),
        isNotNull(shows.startedAt),
        during(shows.startedAt, period),
        id && !Number.isNaN(before.getTime())
          ? or(lt(shows.startedAt, before), and(eq(shows.startedAt, before), lt(shows.id, id)))
          : undefined,
      ),
    )
    .orderBy(desc(shows.startedAt), desc(shows.id))
    .limit(size + 1)
  return toPage(found, ({ startedAt, id }) => [startedAt?.toISOString() ?? '', id], size)
}
