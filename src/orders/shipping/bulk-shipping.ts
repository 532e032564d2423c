import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { lockDealings } from '../../access/locks.ts'
import { Refusal } from '../../errors/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { idReference } from '../../platform/text-schemas.ts'
import { defineTask, startTask } from '../../tasks/tasks.ts'
import { shipments } from '../sale/tables.ts'
import { bulkShippingActs } from '../vocabulary.ts'
import { makeLabel } from './labels.ts'
import { packShipment } from './packing.ts'
import { changeShipmentStatus } from './shipment-status.ts'

type BulkAct = (typeof bulkShippingActs)[number]

export const BulkShipping = z.strictObject({
  act: z.enum(bulkShippingActs),
  shipments: z.array(idReference).min(1).max(1000).describe('The ids of the shipments.'),
})

const run: Record<BulkAct, (db: Tx, actor: Actor, id: string) => Promise<void>> = {
  label: makeLabel,
  packed: packShipment,
  dropped_off: (db, actor, id) => changeShipmentStatus(db, actor, id, { status: 'dropped_off' }),
  delivered: (db, actor, id) => changeShipmentStatus(db, actor, id, { status: 'delivered' }),
}

/** The task that applies one operation to many shipments. */
export const bulkShippingTask = defineTask({
  kind: 'shipping',
  permission: 'orders.fulfill',
  batch: 10,
  row: z.object({ shipment: z.string() }),
  about: z.object({ act: z.enum(bulkShippingActs) }),
  lockRows: async (db, actor, rows) => {
    const ids = rows.map(({ shipment }) => shipment)
    for (const { buyer } of await db
      .selectDistinct({ buyer: shipments.buyerId })
      .from(shipments)
      .where(and(eq(shipments.accountId, actor.account), inArray(shipments.id, ids)))
      .orderBy(asc(shipments.buyerId)))
      await lockDealings(db, actor.account, buyer)
  },
  run: (db, actor, { shipment }, { act }) => run[act](db, actor, shipment),
})

/**
 * Starts the task. Shipments are processed buyer by buyer, in the order of the buyers' ids, so that batches which take
 * the locks of several buyers cannot deadlock.
 * @throws Refusal not_found if one of the shipments does not belong to the account, or task_running
 */
export async function startBulkShipping(db: Tx, actor: Actor, input: z.output<typeof BulkShipping>) {
  const ids = [...new Set(input.shipments)]
  const found = await db
    .select({ shipment: shipments.id })
    .from(shipments)
    .where(and(eq(shipments.accountId, actor.account), inArray(shipments.id, ids)))
    .orderBy(asc(shipments.buyerId), asc(shipments.id))
  if (found.length < ids.length) throw new Refusal('not_found')
  return startTask(db, actor, bulkShippingTask, found, { act: input.act })
}
