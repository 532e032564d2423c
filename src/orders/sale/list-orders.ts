import { and, desc, eq, inArray, isNull, like } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { cursorParam, pageById } from '../../platform/database/keyset-page.ts'
import { singleLine } from '../../platform/text-schemas.ts'
import { orderListStatuses, orderStatuses, shipmentStatuses } from '../vocabulary.ts'
import { orderCode } from './order-code.ts'
import { orderItemsOf } from './order-items.ts'
import { cancellationRequests as requests } from './request-tables.ts'
import { containsLowercase, orderTexts } from './search-views.ts'
import { orders, shipments } from './tables.ts'

export const OrderQuery = z.strictObject({
  search: singleLine(200, 0)
    .optional()
    .describe(
      "A text that the order's code, the buyer's or the recipient's name, a product's title or its SKU contains.",
    ),
  status: z
    .enum(orderListStatuses)
    .optional()
    .describe('`to_ship`: paid orders whose shipment has no label yet.'),
  after: cursorParam,
})

/** An order in a list. */
export const OrderRow = z
  .object({
    id: z.string(),
    code: z.string().describe('The short name by which people call the order.'),
    status: z.enum(orderStatuses),
    buyerName: z
      .string()
      .nullable()
      .describe("The name of the buyer's account; null once that account is deleted."),
    currency: z.string(),
    total: z.int().describe('What the order costs with shipping, in minor units of `currency`.'),
    createdAt: z.date(),
    pieces: z.int().describe('How many items the order has.'),
    title: z.string().describe('The title of the first product.'),
    thumb: z
      .string()
      .nullable()
      .describe('The address of a small photo of the first product; null if there is none.'),
    shipment: z.object({ id: z.string(), status: z.enum(shipmentStatuses) }).nullable(),
    cancellationDueAt: z
      .date()
      .nullable()
      .describe('Until when the open cancellation request can be answered; null if there is none.'),
  })
  .meta({ id: 'OrderRow' })

type Query = z.output<typeof OrderQuery>

/** Lists what the account sold, the latest first. */
export async function listOrders(db: Tx, actor: Actor, query: Query) {
  return toOrderPage(
    db,
    actor,
    await (query.search ? searchOrders(db, actor, query) : latestOrders(db, actor, query)),
  )
}

/** Turns a page of order ids into a page of orders. */
export async function toOrderPage(
  db: Tx,
  actor: Actor,
  { items, next }: { items: { id: string }[]; next: string | null },
) {
  return {
    items: await readRows(
      db,
      actor,
      items.map(({ id }) => id),
    ),
    next,
  }
}

const orderStatusOf = (status: Query['status']) => (status === 'to_ship' ? 'pending_fulfillment' : status)

function latestOrders(db: Tx, { account }: Actor, { status, after }: Query) {
  const stored = orderStatusOf(status)
  const ownOrders = and(eq(orders.accountId, account), stored && eq(orders.status, stored))
  const ids = db.select({ id: orders.id }).from(orders)
  return status === 'to_ship'
    ? pageById(ids.innerJoin(shipments, joinsShipment(orders)), orders.id, {
        where: and(ownOrders, eq(shipments.status, 'created')),
        after,
      })
    : pageById(ids, orders.id, { where: ownOrders, after })
}

function searchOrders(db: Tx, { account }: Actor, { search = '', status, after }: Query) {
  const stored = orderStatusOf(status)
  const ownOrders = and(
    eq(orderTexts.accountId, account),
    like(orderTexts.text, containsLowercase(search)),
    stored && eq(orderTexts.status, stored),
  )
  const ids = db.select({ id: orderTexts.id }).from(orderTexts)
  return status === 'to_ship'
    ? pageById(ids.innerJoin(shipments, joinsShipment(orderTexts)), orderTexts.id, {
        where: and(ownOrders, eq(shipments.status, 'created')),
        after,
      })
    : pageById(ids, orderTexts.id, { where: ownOrders, after })
}

const joinsShipment = ({ accountId, shipmentId }: typeof orders | typeof orderTexts) =>
  byKey(shipments, accountId, shipmentId)

/** The rows of a list for the given ids, in the same order. */
async function readRows(db: Tx, { account }: Actor, ids: string[]): Promise<z.input<typeof OrderRow>[]> {
  if (ids.length === 0) return []
  const found = await db
    .select({ order: orders, shipment: shipments.status, cancellationDueAt: requests.dueAt })
    .from(orders)
    .leftJoin(shipments, joinsShipment(orders))
    .leftJoin(
      requests,
      and(
        eq(requests.accountId, orders.accountId),
        eq(requests.orderId, orders.id),
        isNull(requests.outcome),
      ),
    )
    .where(and(eq(orders.accountId, account), inArray(orders.id, ids)))
    .orderBy(desc(orders.id))
  const items = await orderItemsOf(db, account, ids)
  return found.map(({ order, shipment, cancellationDueAt }) => {
    const [first] = items(order.id)
    return {
      id: order.id,
      code: orderCode(order.id),
      status: order.status,
      buyerName: order.buyerName,
      currency: order.currency,
      total: order.total,
      createdAt: order.createdAt,
      pieces: items(order.id).reduce((sum, { quantity }) => sum + quantity, 0),
      title: first?.title ?? '',
      thumb: first?.thumb ?? null,
      shipment: order.shipmentId && shipment ? { id: order.shipmentId, status: shipment } : null,
      cancellationDueAt,
    }
  })
}
