import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { holdDealings } from '../door/locks.ts'
import { startTask, type TaskKind } from '../door/tasks.ts'
import type { Tx } from '../ground/db.ts'
import { reference } from '../ground/text.ts'
import { pack } from './packing.ts'
import { progress } from './progress.ts'
import { label } from './sending.ts'
import { shipments } from './tables.ts'

export const bulkActs = ['label', 'packed', 'dropped_off', 'delivered'] as const
type BulkAct = (typeof bulkActs)[number]

export const Bulk = z.strictObject({
  act: z.enum(bulkActs),
  shipments: z.array(reference).min(1).max(1000),
})

const run: Record<BulkAct, (db: Tx, actor: Actor, id: string) => Promise<void>> = {
  label,
  packed: pack,
  dropped_off: (db, actor, id) => progress(db, actor, id, { status: 'dropped_off' }),
  delivered: (db, actor, id) => progress(db, actor, id, { status: 'delivered' }),
}

/** One thing done to many parcels. */
export const bulkShipping: TaskKind = {
  kind: 'shipping',
  permission: 'orders.fulfill',
  batch: 10,
  hold: async (db, actor, inputs: { shipment: string }[]) => {
    const ids = inputs.map(({ shipment }) => shipment)
    for (const { buyer } of await db
      .selectDistinct({ buyer: shipments.buyerId })
      .from(shipments)
      .where(and(eq(shipments.accountId, actor.account), inArray(shipments.id, ids)))
      .orderBy(asc(shipments.buyerId)))
      await holdDealings(db, actor.account, buyer)
  },
  run: (db, actor, { shipment }: { shipment: string }, { act }: { act: BulkAct }) =>
    run[act](db, actor, shipment),
}

/**
 * Starts it. Parcels are taken buyer by buyer, in the order of their ids, so that batches which hold the dealings of
 * several never wait for each other's.
 * @throws Refusal not_found if one of them is not the account's, or task_running
 */
export async function start(db: Tx, actor: Actor, input: z.output<typeof Bulk>) {
  const ids = [...new Set(input.shipments)]
  const found = await db
    .select({ shipment: shipments.id })
    .from(shipments)
    .where(and(eq(shipments.accountId, actor.account), inArray(shipments.id, ids)))
    .orderBy(asc(shipments.buyerId), asc(shipments.id))
  if (found.length < ids.length) throw new Refusal('not_found')
  return startTask(db, actor, bulkShipping, found, { act: input.act })
}
