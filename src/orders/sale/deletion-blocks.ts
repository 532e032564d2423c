import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { DeletionBlock } from '../../errors/refusal.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { countOpenOrders } from './open-orders.ts'
import { refunds } from './request-tables.ts'
import { orders } from './tables.ts'

/**
 * Counts the orders that prevent an account's deletion: open orders that it sells or buys, and orders with a refund
 * that is not settled, since the amount of a failed refund returns to the balance.
 */
export async function ordersBlockingDeletion(tx: Tx, account: string): Promise<DeletionBlock[]> {
  const [refunding] = await tx
    .select({ count: sql<number>`count(distinct ${refunds.orderId})::int` })
    .from(refunds)
    .innerJoin(orders, byKey(orders, refunds.accountId, refunds.orderId))
    .where(
      and(
        eq(refunds.accountId, account),
        eq(refunds.status, 'pending'),
        notInArray(orders.status, ['pending', 'pending_fulfillment']),
      ),
    )
  const count = (await countOpenOrders(tx, account)) + (refunding?.count ?? 0)
  return count > 0 ? [{ what: 'orders', count }] : []
}
