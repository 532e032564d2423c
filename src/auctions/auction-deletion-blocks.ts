import { and, eq, sql } from 'drizzle-orm'
import type { DeletionBlock } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'
import { publicAuctions } from './auction.ts'
import { auctions } from './tables.ts'

/**
 * Running auctions that prevent an account's deletion: those in its own shows, and those in which it leads the
 * bidding.
 */
export async function auctionsBlockingDeletion(tx: Tx, account: string): Promise<DeletionBlock[]> {
  const [own] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(auctions)
    .where(and(eq(auctions.accountId, account), eq(auctions.status, 'running')))
  const [led] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(publicAuctions)
    .where(and(eq(publicAuctions.leaderId, account), eq(publicAuctions.status, 'running')))
  const count = (own?.count ?? 0) + (led?.count ?? 0)
  return count > 0 ? [{ what: 'auctions', count }] : []
}
