import type { Tx } from '../../platform/database/database.ts'
import { publish } from '../../platform/events.ts'

/** Publishes that an order has changed, so that the open pages of both accounts refetch it. */
export async function publishToBothSides(
  tx: Tx,
  { accountId, buyerId }: { accountId: string; buyerId: string },
): Promise<void> {
  await publish(tx, { kind: 'changed', account: accountId, what: 'orders', permission: 'orders.fulfill' })
  await publish(tx, { kind: 'changed', account: buyerId, what: 'purchases', permission: 'money.spend' })
}
