import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../platform/database/database.ts'
import { orders } from './tables.ts'

/** Counts the open orders that an account sells or buys. */
export async function countOpenOrders(tx: Tx, account: string): Promise<number> {
  const open = inArray(orders.status, ['pending', 'pending_fulfillment'])
  const [sold] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(orders)
    .where(and(eq(orders.accountId, account), open))
  const [bought] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(orders)
    .where(and(eq(orders.buyerId, account), open))
  return (sold?.count ?? 0) + (bought?.count ?? 0)
}
