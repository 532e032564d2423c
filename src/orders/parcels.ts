import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import type { OrderKey } from './history.ts'
import { type Destination, orders, shipments } from './tables.ts'

/*
 * Which orders leave together. All of this runs while the dealings of the two accounts are held.
 */

/** An order that is to be sent: to that address, with what else its buyer bought in the show (null: in the shop). */
type ToSend = OrderKey & { address: Destination | null; showId: string | null }

/** Puts a paid order into the buyer's open parcel of the same show to the same address, or into a new one. */
export async function putInParcel(tx: Tx, order: ToSend): Promise<void> {
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
  await moveTo(tx, order, open?.id ?? (await newParcel(tx, order)))
}

export async function newParcel(
  tx: Tx,
  { accountId, buyerId, address, showId }: Omit<ToSend, 'id'>,
): Promise<string> {
  const id = newId('shipment')
  await tx.insert(shipments).values({ accountId, buyerId, id, address, showId })
  return id
}

/** Puts an order into a parcel. The one that it leaves is cancelled if nothing is left in it. */
export async function moveTo(
  tx: Tx,
  { accountId, id }: { accountId: string; id: string },
  parcel: string,
): Promise<void> {
  const ofOrder = and(eq(orders.accountId, accountId), eq(orders.id, id))
  const [before] = await tx.select({ parcel: orders.shipmentId }).from(orders).where(ofOrder)
  await tx.update(orders).set({ shipmentId: parcel }).where(ofOrder)
  if (before?.parcel) await cancelIfEmpty(tx, accountId, before.parcel)
}

/** A parcel with no order left in it is not sent; a cancelled order has left its own. */
export async function cancelIfEmpty(tx: Tx, accountId: string, parcel: string): Promise<void> {
  const left = tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.accountId, accountId), eq(orders.shipmentId, parcel)))
  await tx
    .update(shipments)
    .set({ status: 'cancelled' })
    .where(
      and(
        eq(shipments.accountId, accountId),
        eq(shipments.id, parcel),
        eq(shipments.status, 'created'),
        sql`not exists (${left})`,
      ),
    )
}
