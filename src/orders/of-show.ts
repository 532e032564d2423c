import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { pageSize, readCursor, toPage } from '../ground/page.ts'
import { Contained, ordersIn } from './contents.ts'
import { orders, shipmentStates, shipments } from './tables.ts'

/** A parcel of what was sold in a show. Without its prices: those belong to the orders. */
export const ShowShipment = z
  .object({
    id: z.string(),
    status: z.enum(shipmentStates),
    buyerName: z.string().nullable(),
    packedAt: z.date().nullable(),
    orders: z.array(
      Contained.pick({ id: true, code: true, status: true }).extend({
        items: z.array(z.object({ title: z.string(), quantity: z.int() })),
      }),
    ),
  })
  .meta({ id: 'ShowShipment' })

/** The parcels of a show, the latest first. */
export async function ordersOfShow(db: Tx, { account }: Actor, show: string, after: string | undefined) {
  const [last] = readCursor(after, 1) ?? []
  const found = await db
    .select({ id: shipments.id, status: shipments.status, packedAt: shipments.packedAt })
    .from(shipments)
    .where(
      and(
        eq(shipments.accountId, account),
        eq(shipments.showId, show),
        last ? lt(shipments.id, last) : undefined,
      ),
    )
    .orderBy(desc(shipments.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ id }) => [id])
  const contents = await ordersIn(
    db,
    account,
    items.map(({ id }) => id),
  )
  return {
    items: items.map((parcel) => {
      const { orders } = contents(parcel.id)
      return { ...parcel, buyerName: orders[0]?.buyerName ?? null, orders }
    }),
    next,
  }
}

/** How many orders of a show are paid: a number for whoever hosts, and no sum. */
export async function soldInShow(db: Tx, { account }: Pick<Actor, 'account'>, show: string): Promise<number> {
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

/** How some orders are being paid. */
export async function paymentsOf(db: Tx, { account }: Pick<Actor, 'account'>, ids: string[]) {
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

/** What was sold in a show: orders that were paid and not cancelled, before refunds of a part. Amounts in minor units. */
export type ShowSales = { orders: number; items: number; shipping: number }

const isSold = inArray(orders.status, ['pending_fulfillment', 'completed'])
const sums = {
  orders: sql<number>`count(*)::int`,
  items: sql<number>`coalesce(sum(${orders.itemsTotal}), 0)::float8`,
  shipping: sql<number>`coalesce(sum(${orders.shipping}), 0)::float8`,
}

/** By show. */
export async function salesOfShows(db: Tx, account: string, ids: string[]): Promise<Map<string, ShowSales>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ show: orders.showId, ...sums })
    .from(orders)
    .where(and(eq(orders.accountId, account), inArray(orders.showId, ids), isSold))
    .groupBy(orders.showId)
  return new Map(found.map(({ show, ...sold }) => [show as string, sold]))
}

/** Minute by minute, for those in which something was bought. */
export const salesByMinute = (db: Tx, account: string, show: string) =>
  db
    .select({ minute: sql<string>`date_trunc('minute', ${orders.createdAt})`, ...sums })
    .from(orders)
    .where(and(eq(orders.accountId, account), eq(orders.showId, show), isSold))
    .groupBy(sql`1`)
    .orderBy(sql`1`)
