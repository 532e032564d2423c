import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/ids.ts'
import type { OrderKey } from '../sale/order-history.ts'
import { orders, type ShippingAddress, shipments } from '../sale/tables.ts'

/* Decides which orders are sent together. All of this runs while the two accounts are locked (`lockDealings`). */

/**
 * An order to send to `address`, together with the buyer's other orders of the same show (null for the shop's page).
 */
type ToSend = OrderKey & { address: ShippingAddress | null; showId: string | null }

/** Adds a paid order to the buyer's open shipment of the same show to the same address, or to a new one. */
export async function addOrderToShipment(tx: Tx, order: ToSend): Promise<void> {
  const [open] = await tx
    .select({ id: shipments.id })
    .from(shipments)
    .where(
      and(
        eq(shipments.accountId, order.accountId),
        eq(shipments.buyerId, order.buyerId),
        eq(shipments.status, 'created'),
        isNull(shipments.packedAt),
        sql`${shipments.address} = ${JSON.stringify(order.address)}::jsonb`,
        sql`${shipments.showId} is not distinct from ${order.showId}`,
      ),
    )
    .orderBy(asc(shipments.id))
    .limit(1)
  await moveOrderToShipment(tx, order, open?.id ?? (await createShipment(tx, order)))
}

export async function createShipment(
  tx: Tx,
  { accountId, buyerId, address, showId }: Omit<ToSend, 'id'>,
): Promise<string> {
  const id = newId('shipment')
  await tx.insert(shipments).values({ accountId, buyerId, id, address, showId })
  return id
}

/** Moves an order to another shipment. If the previous one is then empty, it is cancelled. */
export async function moveOrderToShipment(
  tx: Tx,
  { accountId, id }: { accountId: string; id: string },
  shipment: string,
): Promise<void> {
  const orderKey = byKey(orders, accountId, id)
  const [before] = await tx.select({ shipment: orders.shipmentId }).from(orders).where(orderKey)
  await tx.update(orders).set({ shipmentId: shipment }).where(orderKey)
  if (before?.shipment) await cancelShipmentIfEmpty(tx, accountId, before.shipment)
}

/**
 * Cancels a shipment without orders, since nothing is left to send. A cancelled order has already left its shipment.
 */
export async function cancelShipmentIfEmpty(tx: Tx, accountId: string, shipment: string): Promise<void> {
  const remainingOrders = tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.accountId, accountId), eq(orders.shipmentId, shipment)))
  await tx
    .update(shipments)
    .set({ status: 'cancelled' })
    .where(
      and(
        byKey(shipments, accountId, shipment),
        eq(shipments.status, 'created'),
        sql`not exists (${remainingOrders})`,
      ),
    )
}
