import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { DeletionBlock } from '../../errors/refusal.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { countOpenOrders } from './open-orders.ts'
import { refunds } from './request-tables.ts'
import { orders } from './tables.ts'

/**
 * The orders that prevent an account's deletion: those that it sells or buys and that are open, and those with a
 * refund that is not settled, since a failed refund returns to the balance.
 */
export async function ordersBlockingDeletion(tx: Tx, account: string): Promise<DeletionBlock[]> {
  const [owed] = await tx
    .select({ count: sql<number>`count(distinct ${refunds.orderId})::int` })
    .from(refunds)
    .innerJoin(orders, byKey(orders, refunds.accountId, refunds.orderId))
    .where(
      and(
        eq(refunds.accountId, account),
        eq(refunds.state, 'pending'),
        notInArray(orders.status, ['pending', 'pending_fulfillment']),
      ),
    )
  const count = (await countOpenOrders(tx, account)) + (owed?.count ?? 0)
  return count > 0 ? [{ what: 'orders', count }] : []
}
