import { recordAct } from '../../access/audit.ts'
import type { Actor } from '../../access/gate.ts'
import { lockDealings } from '../../access/locks.ts'
import { Refusal } from '../../errors/refusal.ts'
import { byKey, byRow } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { addOrderStep, type OrderStepKind } from '../sale/order-history.ts'
import { publishToBothSides } from '../sale/publish-order.ts'
import { ordersInShipments } from '../sale/shipment-contents.ts'
import { shipments } from '../sale/tables.ts'

export type ShipmentRecord = typeof shipments.$inferSelect
type Contents = ReturnType<Awaited<ReturnType<typeof ordersInShipments>>>
/** A shipment whose two accounts are locked, so that nothing else changes it or its orders until the commit. */
export type LockedShipment = Contents & { shipment: ShipmentRecord }

/**
 * Takes the lock of a shipment's two accounts and then reads the shipment.
 * @throws Refusal not_found
 */
export async function lockShipment(db: Tx, actor: Actor, id: string): Promise<LockedShipment> {
  const [found] = await db
    .select({ buyer: shipments.buyerId })
    .from(shipments)
    .where(byKey(shipments, actor.account, id))
  if (!found) throw new Refusal('not_found')
  await lockDealings(db, actor.account, found.buyer)
  const [shipment] = (await db
    .select()
    .from(shipments)
    .where(byKey(shipments, actor.account, id))) as [ShipmentRecord]
  return { shipment, ...(await ordersInShipments(db, actor.account, [id]))(id) }
}

export const updateShipment = (
  db: Tx,
  { shipment }: LockedShipment,
  values: Partial<typeof shipments.$inferInsert>,
) => db.update(shipments).set(values).where(byRow(shipments, shipment))

/** Adds a step to the history of every order in the shipment. */
export async function addStepToEach(
  db: Tx,
  actor: Actor,
  { orders }: Pick<LockedShipment, 'orders'>,
  step: OrderStepKind,
  details = {},
) {
  for (const order of orders)
    await addOrderStep(db, order, step, { side: 'seller', name: actor.name }, details)
}

/** Records an act on a shipment and publishes the change, so that both sides' open pages refetch it. */
export async function logShipment(
  db: Tx,
  actor: Actor,
  { shipment, orders }: LockedShipment,
  act: `orders.${string}`,
  details = {},
) {
  const name = orders.map(({ code }) => code).join(', ')
  await recordAct(db, actor, { act, subject: { id: shipment.id, name }, details })
  await publishToBothSides(db, shipment)
}
