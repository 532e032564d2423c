import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Block } from '../door/errors.ts'
import type { Tx } from '../ground/db.ts'
import { openOrders } from './placing.ts'
import { refunds } from './request-tables.ts'
import { orders } from './tables.ts'

/**
 * What of an account's orders stands in the way of its deletion: those that it sells or buys and that are not over,
 * and those whose refund the bank has not answered, for its money may come back.
 */
export async function blocksDeletion(tx: Tx, account: string): Promise<Block[]> {
  const [owed] = await tx
    .select({ count: sql<number>`count(distinct ${refunds.orderId})::int` })
    .from(refunds)
    .innerJoin(orders, and(eq(orders.accountId, refunds.accountId), eq(orders.id, refunds.orderId)))
    .where(
      and(
        eq(refunds.accountId, account),
        eq(refunds.state, 'pending'),
        notInArray(orders.status, ['pending', 'pending_fulfillment']),
      ),
    )
  const count = (await openOrders(tx, account)) + (owed?.count ?? 0)
  return count > 0 ? [{ what: 'orders', count }] : []
}
