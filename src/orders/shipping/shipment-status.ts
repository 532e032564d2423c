import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import { releaseEarnings } from '../../ledger/ledger.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { OrderStepKind } from '../sale/order-history.ts'
import { type shipments, orders as table } from '../sale/tables.ts'
import {
  addStepToEach,
  type LockedShipment,
  lockShipment,
  logShipment,
  updateShipment,
} from './lock-shipment.ts'

export const StatusChange = z.strictObject({
  status: z
    .enum(['dropped_off', 'in_transit', 'delivered', 'failed', 'created'])
    .describe('`created`: the shipment did not arrive and is sent again, with a new label.'),
})
type Next = z.output<typeof StatusChange>['status']

const statusOrder = ['label_generated', 'dropped_off', 'in_transit', 'delivered']
const now = sql`now()` as never
const values: Record<Next, Partial<typeof shipments.$inferInsert>> = {
  dropped_off: { droppedOffAt: now },
  in_transit: { inTransitAt: now },
  delivered: { deliveredAt: now },
  failed: {},
  created: { carrier: null, tracking: null, labelCost: null, droppedOffAt: null, inTransitAt: null },
}
const steps: Record<Next, OrderStepKind> = {
  dropped_off: 'dropped_off',
  in_transit: 'in_transit',
  delivered: 'delivered',
  failed: 'shipping_failed',
  created: 'moved',
}

/**
 * Whether a shipment can change from one status to the other. Only forward changes are possible, but a change may skip
 * some, since members do not record each one.
 */
export function canFollow(from: string, to: Next): boolean {
  if (to === 'created') return from === 'failed'
  const place = statusOrder.indexOf(from)
  if (to === 'failed') return place >= 0 && from !== 'delivered'
  return place >= 0 && statusOrder.indexOf(to) > place
}

/**
 * Sets the status of a shipment. When it is delivered, its orders are completed and their earnings become available.
 * @throws Refusal not_now for a change backwards
 */
export async function changeShipmentStatus(
  db: Tx,
  actor: Actor,
  id: string,
  { status }: z.output<typeof StatusChange>,
) {
  const locked = await lockShipment(db, actor, id)
  if (!canFollow(locked.shipment.status, status)) throw new Refusal('not_now')
  await updateShipment(db, locked, { ...values[status], status })
  await addStepToEach(db, actor, locked, steps[status], status === 'created' ? { to: 'again' } : {})
  if (status === 'delivered') await completeOrders(db, locked)
  await logShipment(db, actor, locked, `orders.${status === 'created' ? 'sent_again' : steps[status]}`)
}

async function completeOrders(db: Tx, { shipment, orders }: LockedShipment) {
  for (const { id, currency } of orders) {
    await db
      .update(table)
      .set({ status: 'completed', closedAt: now })
      .where(byKey(table, shipment.accountId, id))
    await releaseEarnings(db, shipment.accountId, id, currency)
  }
}
