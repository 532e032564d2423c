import { and, eq, gt, sql } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import type { Watched } from '../door/live.ts'
import type { Database, Tx } from '../ground/db.ts'
import { within } from '../ground/scope.ts'
import { audience, showMinutes } from './tables.ts'
import { say } from './telling.ts'

/** Seconds for which what a node has counted is believed. */
const believed = 30

/** Who watches now, over all nodes. */
export async function viewersOf(db: Tx, account: string, show: string): Promise<number> {
  const [found] = await db
    .select({ viewers: sql<number>`coalesce(sum(${audience.viewers}), 0)::int` })
    .from(audience)
    .where(
      and(
        eq(audience.accountId, account),
        eq(audience.showId, show),
        gt(audience.at, sql`now() - ${`${believed} seconds`}::interval`),
      ),
    )
  return found?.viewers ?? 0
}

/** The most that watched at a time, by the minute. */
export async function peakOf(db: Tx, { account }: Pick<Actor, 'account'>, show: string): Promise<number> {
  const [found] = await db
    .select({ peak: sql<number>`coalesce(max(${showMinutes.viewers}), 0)::int` })
    .from(showMinutes)
    .where(and(eq(showMinutes.accountId, account), eq(showMinutes.showId, show)))
  return found?.peak ?? 0
}

/** Viewers by the minute, for as long as the show lasted. */
export const minutesOf = (db: Tx, { account }: Pick<Actor, 'account'>, show: string) =>
  db
    .select({ minute: showMinutes.minute, viewers: showMinutes.viewers })
    .from(showMinutes)
    .where(and(eq(showMinutes.accountId, account), eq(showMinutes.showId, show)))
    .orderBy(showMinutes.minute)

/** Writes down how many of this node's connections watch a show, and tells those who do if it changed. */
export const count = (
  database: Database,
  node: string,
  { account, show, viewers }: Watched & { viewers: number },
) =>
  within(database, { as: 'system', account }, async (tx) => {
    const before = await viewersOf(tx, account, show)
    await tx
      .insert(audience)
      .values({ accountId: account, showId: show, node, viewers })
      .onConflictDoUpdate({
        target: [audience.accountId, audience.showId, audience.node],
        set: { viewers, at: sql`now()` },
      })
    const now = await viewersOf(tx, account, show)
    await tx
      .insert(showMinutes)
      .values({ accountId: account, showId: show, minute: sql`date_trunc('minute', now())`, viewers: now })
      .onConflictDoUpdate({
        target: [showMinutes.accountId, showMinutes.showId, showMinutes.minute],
        set: { viewers: sql`greatest(${showMinutes.viewers}, excluded.viewers)` },
      })
    if (now !== before) await say(tx, { account, show }, { type: 'viewers', viewers: now })
  })
