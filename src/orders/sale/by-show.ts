import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import type { Tx } from '../../platform/database/database.ts'
import { pageById } from '../../platform/database/keyset-page.ts'
import { shipmentStatuses } from '../vocabulary.ts'
import { ordersInShipments, ShippedOrder } from './shipment-contents.ts'
import { orders, shipments } from './tables.ts'

/** A shipment with orders of a show, without prices: hosts see it, too. */
export const ShowShipment = z
  .object({
    id: z.string(),
    status: z.enum(shipmentStatuses),
    buyerName: z.string().nullable(),
    packedAt: z.date().nullable(),
    orders: z.array(
      ShippedOrder.pick({ id: true, code: true, status: true }).extend({
        items: z.array(z.object({ title: z.string(), quantity: z.int() })),
      }),
    ),
  })
  .meta({ id: 'ShowShipment' })

/** Lists the shipments of a show, the latest first. */
export async function listShipmentsOfShow(
  db: Tx,
  { account }: Actor,
  show: string,
  after: string | undefined,
) {
  const { items, next } = await pageById(
    db.select({ id: shipments.id, status: shipments.status, packedAt: shipments.packedAt }).from(shipments),
    shipments.id,
    { where: and(eq(shipments.accountId, account), eq(shipments.showId, show)), after },
  )
  const contents = await ordersInShipments(
    db,
    account,
    items.map(({ id }) => id),
  )
  return {
    items: items.map((shipment) => {
      const { orders } = contents(shipment.id)
      return {
        id: shipment.id,
        status: shipment.status,
        buyerName: orders[0]?.buyerName ?? null,
        packedAt: shipment.packedAt,
        orders,
      }
    }),
    next,
  }
}

/** Counts the paid orders of a show. Hosts see this number and no amounts. */
export async function countOrdersOfShow(
  db: Tx,
  { account }: Pick<Actor, 'account'>,
  show: string,
): Promise<number> {
  const [found] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(orders)
    .where(
      and(
        eq(orders.accountId, account),
        eq(orders.showId, show),
        inArray(orders.status, ['pending_fulfillment', 'completed']),
      ),
    )
  return found?.count ?? 0
}

/** The payment states of the given orders: a map by order id. */
export async function paymentStatuses(db: Tx, { account }: Pick<Actor, 'account'>, ids: string[]) {
  const found =
    ids.length === 0
      ? []
      : await db
          .select({ id: orders.id, status: orders.status })
          .from(orders)
          .where(and(eq(orders.accountId, account), inArray(orders.id, ids)))
  return new Map(
    found.map(({ id, status }) => [
      id,
      status === 'pending'
        ? ('waiting' as const)
        : status === 'failed'
          ? ('failed' as const)
          : ('paid' as const),
    ]),
  )
}

/**
 * The sales of a show: orders that were paid and not cancelled, before partial refunds. `items` and `shipping` are
 * amounts in minor units.
 */
export type ShowSales = { orders: number; items: number; shipping: number }

const isSold = inArray(orders.status, ['pending_fulfillment', 'completed'])
const sums = {
  orders: sql<number>`count(*)::int`,
  items: sql<number>`coalesce(sum(${orders.itemsTotal}), 0)::float8`,
  shipping: sql<number>`coalesce(sum(${orders.shipping}), 0)::float8`,
}

/** The sales of the given shows: a map by show id. */
export async function salesOfShows(db: Tx, account: string, ids: string[]): Promise<Map<string, ShowSales>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ show: orders.showId, ...sums })
    .from(orders)
    .where(and(eq(orders.accountId, account), inArray(orders.showId, ids), isSold))
    .groupBy(orders.showId)
  return new Map(found.map(({ show, ...sold }) => [show as string, sold]))
}

/** The sales of a show by minute, for minutes in which something was bought. */
export const salesByMinute = (db: Tx, account: string, show: string) =>
  db
    .select({ minute: sql<string>`date_trunc('minute', ${orders.createdAt})`, ...sums })
    .from(orders)
    .where(and(eq(orders.accountId, account), eq(orders.showId, show), isSold))
    .groupBy(sql`1`)
    .orderBy(sql`1`)
