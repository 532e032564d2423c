import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { invalidField, Refusal } from '../../errors/refusal.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { idReference } from '../../platform/text-schemas.ts'
import { shipments } from '../sale/tables.ts'
import { shipmentLimits } from '../vocabulary.ts'
import {
  addStepToEach,
  type LockedShipment,
  lockShipment,
  logShipment,
  updateShipment,
} from './lock-shipment.ts'
import { createShipment, moveOrderToShipment } from './shipment-orders.ts'

const centimetres = z.int().min(1).max(shipmentLimits.centimetres).nullable().optional()
export const ShipmentMeasures = z.strictObject({
  weightGrams: z.int().min(1).max(shipmentLimits.grams).nullable().optional(),
  lengthCm: centimetres,
  widthCm: centimetres,
  heightCm: centimetres,
})
export const ShipmentSplit = z.strictObject({ orders: z.array(idReference).min(1).max(200) })
export const ShipmentMerge = z.strictObject({ shipment: idReference })

/**
 * Checks that the shipment has no label.
 * @throws Refusal label_exists, or nothing_to_send for a cancelled shipment
 */
function unlabelled({ shipment }: LockedShipment): void {
  if (shipment.status === 'cancelled') throw new Refusal('nothing_to_send')
  if (shipment.status !== 'created') throw new Refusal('label_exists')
}

/**
 * Sets the weight and size.
 * @throws Refusal not_found, label_exists or nothing_to_send
 */
export async function measureShipment(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof ShipmentMeasures>,
) {
  const held = await lockShipment(db, actor, id)
  unlabelled(held)
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await updateShipment(db, held, given)
  await logShipment(db, actor, held, 'orders.measured', given)
}

/**
 * Marks a shipment as packed, before or after it gets its label.
 * @throws Refusal not_found, or not_now once it has left
 */
export async function packShipment(db: Tx, actor: Actor, id: string) {
  const held = await lockShipment(db, actor, id)
  if (!['created', 'label_generated'].includes(held.shipment.status)) throw new Refusal('not_now')
  if (held.shipment.packedAt) return
  await updateShipment(db, held, { packedAt: sql`now()` as never, packedBy: actor.name })
  await addStepToEach(db, actor, held, 'packed')
  await logShipment(db, actor, held, 'orders.packed')
}

// The contents have changed: the shipment must be packed and weighed again.
const anew = { packedAt: null, packedBy: null, weightGrams: null }

/**
 * Moves some of a shipment's orders to a new shipment.
 * @returns the new shipment's id
 * @throws Refusal label_exists, not_now, or invalid for orders that are not in the shipment or are all of it
 */
export async function splitShipment(db: Tx, actor: Actor, id: string, input: z.output<typeof ShipmentSplit>) {
  const held = await lockShipment(db, actor, id)
  unlabelled(held)
  const leaving = held.orders.filter((order) => input.orders.includes(order.id))
  if (leaving.length !== new Set(input.orders).size) throw invalidField('orders', 'not_in_shipment')
  if (leaving.length === held.orders.length) throw invalidField('orders', 'all_of_shipment')
  const shipment = await createShipment(db, held.shipment)
  for (const order of leaving) await moveOrderToShipment(db, order, shipment)
  await updateShipment(db, held, anew)
  await addStepToEach(db, actor, { orders: leaving }, 'moved', { to: 'own' })
  await logShipment(db, actor, { ...held, orders: leaving }, 'orders.split')
  return shipment
}

/**
 * Moves the orders of another shipment into this one.
 * @throws Refusal label_exists, not_now, or not_together for another buyer's or another address
 */
export async function mergeShipments(
  db: Tx,
  actor: Actor,
  id: string,
  { shipment }: z.output<typeof ShipmentMerge>,
) {
  if (shipment === id) throw new Refusal('not_together')
  const held = await lockShipment(db, actor, id)
  unlabelled(held)
  // Checks the buyer before locking: a transaction that locks the dealings of two buyers could deadlock with another.
  const [found] = await db
    .select({ buyer: shipments.buyerId })
    .from(shipments)
    .where(byKey(shipments, actor.account, shipment))
  if (!found) throw new Refusal('not_found')
  if (found.buyer !== held.shipment.buyerId) throw new Refusal('not_together')
  const other = await lockShipment(db, actor, shipment)
  unlabelled(other)
  const { address } = held.shipment
  if (!address || JSON.stringify(address) !== JSON.stringify(other.shipment.address))
    throw new Refusal('not_together')
  for (const order of other.orders) await moveOrderToShipment(db, order, id)
  await updateShipment(db, held, anew)
  await addStepToEach(db, actor, other, 'moved', { to: 'together' })
  await logShipment(db, actor, { ...held, orders: [...held.orders, ...other.orders] }, 'orders.merged')
}
