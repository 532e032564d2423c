import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { invalid, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { reference } from '../ground/text.ts'
import { change, doneTo, type Held, holdParcel, noteEach, ofParcel } from './holding.ts'
import { moveTo, newParcel } from './parcels.ts'
import { shipments } from './tables.ts'

const centimetres = z.int().min(1).max(500).nullable().optional()
export const Measures = z.strictObject({
  weightGrams: z.int().min(1).max(100_000).nullable().optional(),
  lengthCm: centimetres,
  widthCm: centimetres,
  heightCm: centimetres,
})
export const Split = z.strictObject({ orders: z.array(reference).min(1).max(200) })
export const Merge = z.strictObject({ shipment: reference })

/** @throws Refusal label_exists, or nothing_to_send for a parcel that is not sent */
function unlabelled({ parcel }: Held): void {
  if (parcel.status === 'cancelled') throw new Refusal('nothing_to_send')
  if (parcel.status !== 'created') throw new Refusal('label_exists')
}

/** Its weight and size. */
export async function measure(db: Tx, actor: Actor, id: string, input: z.output<typeof Measures>) {
  const held = await holdParcel(db, actor, id)
  unlabelled(held)
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await change(db, held, given)
  await doneTo(db, actor, held, 'orders.measured', given)
}

/** Says that it is packed; before its label or after. @throws Refusal not_now once it has left */
export async function pack(db: Tx, actor: Actor, id: string) {
  const held = await holdParcel(db, actor, id)
  if (!['created', 'label_generated'].includes(held.parcel.status)) throw new Refusal('not_now')
  if (held.parcel.packedAt) return
  await change(db, held, { packedAt: sql`now()` as never, packedBy: actor.name })
  await noteEach(db, actor, held, 'packed')
  await doneTo(db, actor, held, 'orders.packed')
}

// What is in it has changed: it is packed and weighed anew.
const anew = { packedAt: null, packedBy: null, weightGrams: null }

/**
 * Sends some of its orders in a parcel of their own.
 * @returns the new parcel's id
 * @throws Refusal label_exists, not_now, or invalid for orders that are not in it or are all of it
 */
export async function split(db: Tx, actor: Actor, id: string, input: z.output<typeof Split>) {
  const held = await holdParcel(db, actor, id)
  unlabelled(held)
  const leaving = held.orders.filter((order) => input.orders.includes(order.id))
  if (leaving.length !== new Set(input.orders).size) throw invalid('orders', 'not_in_parcel')
  if (leaving.length === held.orders.length) throw invalid('orders', 'all_of_parcel')
  const parcel = await newParcel(db, held.parcel)
  for (const order of leaving) await moveTo(db, order, parcel)
  await change(db, held, anew)
  await noteEach(db, actor, { orders: leaving }, 'moved', { to: 'own' })
  await doneTo(db, actor, { ...held, orders: leaving }, 'orders.split')
  return parcel
}

/**
 * Puts what another parcel holds into this one.
 * @throws Refusal label_exists, not_now, or not_together for another buyer's, or one to another address
 */
export async function merge(db: Tx, actor: Actor, id: string, { shipment }: z.output<typeof Merge>) {
  if (shipment === id) throw new Refusal('not_together')
  const held = await holdParcel(db, actor, id)
  unlabelled(held)
  // Only what is one buyer's: nobody holds the dealings of two while they wait for each other's.
  const [found] = await db
    .select({ buyer: shipments.buyerId })
    .from(shipments)
    .where(ofParcel(actor, shipment))
  if (!found) throw new Refusal('not_found')
  if (found.buyer !== held.parcel.buyerId) throw new Refusal('not_together')
  const other = await holdParcel(db, actor, shipment)
  unlabelled(other)
  const { address } = held.parcel
  if (!address || JSON.stringify(address) !== JSON.stringify(other.parcel.address))
    throw new Refusal('not_together')
  for (const order of other.orders) await moveTo(db, order, id)
  await change(db, held, anew)
  await noteEach(db, actor, other, 'moved', { to: 'together' })
  await doneTo(db, actor, { ...held, orders: [...held.orders, ...other.orders] }, 'orders.merged')
}
