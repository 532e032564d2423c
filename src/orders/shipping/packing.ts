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
export const ShipmentSplit = z.strictObject({
  orders: z.array(idReference).min(1).max(200).describe('The ids of the orders that leave the shipment.'),
})
export const ShipmentMerge = z.strictObject({
  shipment: idReference.describe('The id of the shipment whose orders move into this one.'),
})

/**
 * Checks that the shipment has no label.
 * @throws Refusal label_exists, or nothing_to_send for a cancelled shipment
 */
function requireNoLabel({ shipment }: LockedShipment): void {
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
  const locked = await lockShipment(db, actor, id)
  requireNoLabel(locked)
  const measures = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  if (Object.keys(measures).length === 0) return
  await updateShipment(db, locked, measures)
  await logShipment(db, actor, locked, 'orders.measured', measures)
}

/**
 * Marks a shipment as packed, before or after it gets its label.
 * @throws Refusal not_found, or not_now once it has left
 */
export async function packShipment(db: Tx, actor: Actor, id: string) {
  const locked = await lockShipment(db, actor, id)
  if (!['created', 'label_generated'].includes(locked.shipment.status)) throw new Refusal('not_now')
  if (locked.shipment.packedAt) return
  await updateShipment(db, locked, { packedAt: sql`now()` as never, packedBy: actor.name })
  await addStepToEach(db, actor, locked, 'packed')
  await logShipment(db, actor, locked, 'orders.packed')
}

// After its contents have changed, a shipment must be packed and weighed again.
const unpacked = { packedAt: null, packedBy: null, weightGrams: null }

/**
 * Moves some of a shipment's orders to a new shipment.
 * @returns the new shipment's id
 * @throws Refusal label_exists, not_now, or invalid if an order is not in the shipment or if none would remain in it
 */
export async function splitShipment(db: Tx, actor: Actor, id: string, input: z.output<typeof ShipmentSplit>) {
  const locked = await lockShipment(db, actor, id)
  requireNoLabel(locked)
  const leaving = locked.orders.filter((order) => input.orders.includes(order.id))
  if (leaving.length !== new Set(input.orders).size) throw invalidField('orders', 'not_in_shipment')
  if (leaving.length === locked.orders.length) throw invalidField('orders', 'all_of_shipment')
  const shipment = await createShipment(db, locked.shipment)
  for (const order of leaving) await moveOrderToShipment(db, order, shipment)
  await updateShipment(db, locked, unpacked)
  await addStepToEach(db, actor, { orders: leaving }, 'moved', { to: 'own' })
  await logShipment(db, actor, { ...locked, orders: leaving }, 'orders.split')
  return shipment
}

/**
 * Moves the orders of another shipment into this one.
 * @throws Refusal label_exists, not_now, or not_together if the buyers or the addresses differ
 */
export async function mergeShipments(
  db: Tx,
  actor: Actor,
  id: string,
  { shipment }: z.output<typeof ShipmentMerge>,
) {
  if (shipment === id) throw new Refusal('not_together')
  const locked = await lockShipment(db, actor, id)
  requireNoLabel(locked)
  // The buyer is checked before locking, because transactions that take the locks of two buyers could deadlock.
  const [found] = await db
    .select({ buyer: shipments.buyerId })
    .from(shipments)
    .where(byKey(shipments, actor.account, shipment))
  if (!found) throw new Refusal('not_found')
  if (found.buyer !== locked.shipment.buyerId) throw new Refusal('not_together')
  const other = await lockShipment(db, actor, shipment)
  requireNoLabel(other)
  const { address } = locked.shipment
  if (!address || JSON.stringify(address) !== JSON.stringify(other.shipment.address))
    throw new Refusal('not_together')
  for (const order of other.orders) await moveOrderToShipment(db, order, id)
  await updateShipment(db, locked, unpacked)
  await addStepToEach(db, actor, other, 'moved', { to: 'together' })
  await logShipment(db, actor, { ...locked, orders: [...locked.orders, ...other.orders] }, 'orders.merged')
}
