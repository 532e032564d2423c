import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { release } from '../ledger/ledger.ts'
import type { Step } from './history.ts'
import { change, doneTo, type Held, holdParcel, noteEach } from './holding.ts'
import { type shipments, orders as table } from './tables.ts'

export const Progress = z.strictObject({
  /** `created`: a parcel that did not arrive is sent again, with a new label. */
  status: z.enum(['dropped_off', 'in_transit', 'delivered', 'failed', 'created']),
})
type Next = z.output<typeof Progress>['status']

const way = ['label_generated', 'dropped_off', 'in_transit', 'delivered']
const now = sql`now()` as never
const values: Record<Next, Partial<typeof shipments.$inferInsert>> = {
  dropped_off: { droppedOffAt: now },
  in_transit: { inTransitAt: now },
  delivered: { deliveredAt: now },
  failed: {},
  created: { carrier: null, tracking: null, labelCost: null, droppedOffAt: null, inTransitAt: null },
}
const steps: Record<Next, Step> = {
  dropped_off: 'dropped_off',
  in_transit: 'in_transit',
  delivered: 'delivered',
  failed: 'shipping_failed',
  created: 'moved',
}

/** Whether a parcel can go from one state to the other: forward, and over steps that nobody noted. */
export function follows(from: string, to: Next): boolean {
  if (to === 'created') return from === 'failed'
  const place = way.indexOf(from)
  if (to === 'failed') return place >= 0 && from !== 'delivered'
  return place >= 0 && way.indexOf(to) > place
}

/**
 * Says how far a parcel has come. Once it is delivered its orders are completed, and what they earned is available.
 * @throws Refusal not_now for a step back
 */
export async function progress(db: Tx, actor: Actor, id: string, { status }: z.output<typeof Progress>) {
  const held = await holdParcel(db, actor, id)
  if (!follows(held.parcel.status, status)) throw new Refusal('not_now')
  await change(db, held, { ...values[status], status })
  await noteEach(db, actor, held, steps[status], status === 'created' ? { to: 'again' } : {})
  if (status === 'delivered') await complete(db, held)
  await doneTo(db, actor, held, `orders.${status === 'created' ? 'sent_again' : steps[status]}`)
}

async function complete(db: Tx, { parcel, orders }: Held) {
  for (const { id, currency } of orders) {
    await db
      .update(table)
      .set({ status: 'completed', closedAt: now })
      .where(and(eq(table.accountId, parcel.accountId), eq(table.id, id)))
    await release(db, parcel.accountId, id, currency)
  }
}
