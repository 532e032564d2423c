import { and, eq, inArray, sql } from 'drizzle-orm'
import type { DeletionBlock } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'
import { shows } from './tables.ts'

/** The live shows that prevent an account's deletion. */
export async function showsBlockingDeletion(tx: Tx, account: string): Promise<DeletionBlock[]> {
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(shows)
    .where(and(eq(shows.accountId, account), inArray(shows.status, ['live', 'stopped'])))
  return found?.count ? [{ what: 'shows', count: found.count }] : []
}
