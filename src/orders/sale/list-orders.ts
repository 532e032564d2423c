import { and, desc, eq, inArray, isNull, like } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { cursorParam, pageById } from '../../platform/database/keyset-page.ts'
import { singleLine } from '../../platform/text-schemas.ts'
import { orderListStates, orderStates, shipmentStates } from '../vocabulary.ts'
import { orderCode } from './order-code.ts'
import { orderItemsOf } from './order-items.ts'
import { cancellationRequests as requests } from './request-tables.ts'
import { containsLowercase, orderTexts } from './search-views.ts'
import { orders, shipments } from './tables.ts'

export const OrderQuery = z.strictObject({
  search: singleLine(200, 0)
    .optional()
    .describe(
      "Is found in the order's code, the buyer's name, the recipient's name, the titles and the SKUs.",
    ),
  status: z.enum(orderListStates).optional().describe('`to_ship`: paid, and its shipment has no label yet.'),
  after: cursorParam,
})

/** An order in a list. Its price is in minor units of its currency. */
export const OrderRow = z
  .object({
    id: z.string(),
    code: z.string().describe("The order's short name."),
    status: z.enum(orderStates),
    buyerName: z.string().nullable().describe('Null once that account is deleted.'),
    currency: z.string(),
    total: z.int(),
    createdAt: z.date(),
    pieces: z.int().describe('The number of items, and the title of the first.'),
    title: z.string(),
    thumb: z.string().nullable(),
    shipment: z.object({ id: z.string(), status: z.enum(shipmentStates) }).nullable(),
    answerBy: z
      .date()
      .nullable()
      .describe('Until when the open cancellation request can be answered; null if there is none.'),
  })
  .meta({ id: 'OrderRow' })

type Query = z.output<typeof OrderQuery>

/** Lists what the account sold, the latest first. */
export async function listOrders(db: Tx, actor: Actor, query: Query) {
  return toOrderPage(db, actor, await (query.search ? searched(db, actor, query) : latest(db, actor, query)))
}

/** A page of orders from a page of their ids. */
export async function toOrderPage(
  db: Tx,
  actor: Actor,
  { items, next }: { items: { id: string }[]; next: string | null },
) {
  return {
    items: await rowsOf(
      db,
      actor,
      items.map(({ id }) => id),
    ),
    next,
  }
}

const ofStatus = (status: Query['status']) => (status === 'to_ship' ? 'pending_fulfillment' : status)

function latest(db: Tx, { account }: Actor, { status, after }: Query) {
  const state = ofStatus(status)
  const mine = and(eq(orders.accountId, account), state && eq(orders.status, state))
  const ids = db.select({ id: orders.id }).from(orders)
  return status === 'to_ship'
    ? pageById(ids.innerJoin(shipments, joinsShipment(orders)), orders.id, {
        where: and(mine, eq(shipments.status, 'created')),
        after,
      })
    : pageById(ids, orders.id, { where: mine, after })
}

function searched(db: Tx, { account }: Actor, { search = '', status, after }: Query) {
  const state = ofStatus(status)
  const mine = and(
    eq(orderTexts.accountId, account),
    like(orderTexts.text, containsLowercase(search)),
    state && eq(orderTexts.status, state),
  )
  const ids = db.select({ id: orderTexts.id }).from(orderTexts)
  return status === 'to_ship'
    ? pageById(ids.innerJoin(shipments, joinsShipment(orderTexts)), orderTexts.id, {
        where: and(mine, eq(shipments.status, 'created')),
        after,
      })
    : pageById(ids, orderTexts.id, { where: mine, after })
}

const joinsShipment = ({ accountId, shipmentId }: typeof orders | typeof orderTexts) =>
  byKey(shipments, accountId, shipmentId)

/** The rows of a list for the given ids, in the same order. */
async function rowsOf(db: Tx, { account }: Actor, ids: string[]): Promise<z.input<typeof OrderRow>[]> {
  if (ids.length === 0) return []
  const found = await db
    .select({ order: orders, shipment: shipments.status, answerBy: requests.dueAt })
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
  return found.map(({ order, shipment, answerBy }) => {
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
      answerBy,
    }
  })
}
