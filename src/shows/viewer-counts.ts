import { and, eq, gt, sql } from 'drizzle-orm'
import type { Actor } from '../access/gate.ts'
import type { WatchedShow } from '../live/live-connections.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import { publishToShow, ViewersPush } from './show-events.ts'
import { showMinutes, viewerCounts } from './tables.ts'

/** For how many seconds a node's count is valid. */
const countValidSeconds = 30

/** Counts the current viewers, over all nodes. */
export async function countViewers(db: Tx, account: string, show: string): Promise<number> {
  const [found] = await db
    .select({ viewers: sql<number>`coalesce(sum(${viewerCounts.viewers}), 0)::int` })
    .from(viewerCounts)
    .where(
      and(
        eq(viewerCounts.accountId, account),
        eq(viewerCounts.showId, show),
        gt(viewerCounts.at, sql`now() - ${`${countValidSeconds} seconds`}::interval`),
      ),
    )
  return found?.viewers ?? 0
}

/** The largest number of viewers at one time, from the counts of each minute. */
export async function peakViewers(
  db: Tx,
  { account }: Pick<Actor, 'account'>,
  show: string,
): Promise<number> {
  const [found] = await db
    .select({ peak: sql<number>`coalesce(max(${showMinutes.viewers}), 0)::int` })
    .from(showMinutes)
    .where(and(eq(showMinutes.accountId, account), eq(showMinutes.showId, show)))
  return found?.peak ?? 0
}

/** The number of viewers in each minute of the show. */
export const viewersByMinute = (db: Tx, { account }: Pick<Actor, 'account'>, show: string) =>
  db
    .select({ minute: showMinutes.minute, viewers: showMinutes.viewers })
    .from(showMinutes)
    .where(and(eq(showMinutes.accountId, account), eq(showMinutes.showId, show)))
    .orderBy(showMinutes.minute)

/**
 * Stores how many of this node's connections watch a show, and publishes the total to the viewers if it has changed.
 */
export const storeViewerCounts = (
  database: Database,
  node: string,
  { account, show, viewers }: WatchedShow & { viewers: number },
) =>
  inScope(database, { as: 'system', account }, async (tx) => {
    const before = await countViewers(tx, account, show)
    await tx
      .insert(viewerCounts)
      .values({ accountId: account, showId: show, node, viewers })
      .onConflictDoUpdate({
        target: [viewerCounts.accountId, viewerCounts.showId, viewerCounts.node],
        set: { viewers, at: sql`now()` },
      })
    const now = await countViewers(tx, account, show)
    await tx
      .insert(showMinutes)
      .values({ accountId: account, showId: show, minute: sql`date_trunc('minute', now())`, viewers: now })
      .onConflictDoUpdate({
        target: [showMinutes.accountId, showMinutes.showId, showMinutes.minute],
        set: { viewers: sql`greatest(${showMinutes.viewers}, excluded.viewers)` },
      })
    if (now !== before) await publishToShow(tx, { account, show }, ViewersPush, { viewers: now })
  })
