import { and, desc, eq, inArray, isNull, like, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { line } from '../ground/text.ts'
import { itemsOf } from './items.ts'
import { codeOf } from './placing.ts'
import { cancellationRequests as requests } from './request-tables.ts'
import { orderStates, orders, shipmentStates, shipments } from './tables.ts'
import { containing, orderTexts } from './texts.ts'

export const OrderQuery = z.strictObject({
  /** In the order's code, the buyer's name, the recipient's, the titles and the SKUs. */
  search: line(200, 0).optional(),
  /** to_ship: paid, and its parcel has no label yet. */
  status: z.enum([...orderStates, 'to_ship']).optional(),
  after,
})

/** An order in a list. Its price is in minor units of its currency. */
export const OrderRow = z
  .object({
    id: z.string(),
    /** What people call it. */
    code: z.string(),
    status: z.enum(orderStates),
    /** Null once that account is deleted. */
    buyerName: z.string().nullable(),
    currency: z.string(),
    total: z.int(),
    createdAt: z.date(),
    /** How many things, and the first of them. */
    pieces: z.int(),
    title: z.string(),
    thumb: z.string().nullable(),
    shipment: z.object({ id: z.string(), status: z.enum(shipmentStates) }).nullable(),
    /** Set while the buyer waits for an answer to a cancellation request: until when it can be given. */
    answerBy: z.date().nullable(),
  })
  .meta({ id: 'OrderRow' })

type Query = z.output<typeof OrderQuery>

/** What the account sold, the latest first. */
export async function list(db: Tx, actor: Actor, query: Query) {
  const found = await (query.search ? searched(db, actor, query) : latest(db, actor, query))
  return pageOf(db, actor, found)
}

/** A page of orders, from the ids that were found: one more than it shows. */
export async function pageOf(db: Tx, actor: Actor, found: { id: string }[]) {
  const { items, next } = toPage(found, ({ id }) => [id])
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
  const [last] = readCursor(after, 1) ?? []
  const state = ofStatus(status)
  const mine = and(
    eq(orders.accountId, account),
    state && eq(orders.status, state),
    last ? lt(orders.id, last) : undefined,
  )
  const ids = db.select({ id: orders.id }).from(orders)
  const asked =
    status === 'to_ship'
      ? ids.innerJoin(shipments, parcelOf(orders)).where(and(mine, eq(shipments.status, 'created')))
      : ids.where(mine)
  return asked.orderBy(desc(orders.id)).limit(pageSize + 1)
}

function searched(db: Tx, { account }: Actor, { search = '', status, after }: Query) {
  const [last] = readCursor(after, 1) ?? []
  const state = ofStatus(status)
  const mine = and(
    eq(orderTexts.accountId, account),
    like(orderTexts.text, containing(search)),
    state && eq(orderTexts.status, state),
    last ? lt(orderTexts.id, last) : undefined,
  )
  const ids = db.select({ id: orderTexts.id }).from(orderTexts)
  const asked =
    status === 'to_ship'
      ? ids.innerJoin(shipments, parcelOf(orderTexts)).where(and(mine, eq(shipments.status, 'created')))
      : ids.where(mine)
  return asked.orderBy(desc(orderTexts.id)).limit(pageSize + 1)
}

const parcelOf = ({ accountId, shipmentId }: typeof orders | typeof orderTexts) =>
  and(eq(shipments.accountId, accountId), eq(shipments.id, shipmentId))

/** Some orders as a list shows them, in the order of the ids. */
async function rowsOf(db: Tx, { account }: Actor, ids: string[]): Promise<z.input<typeof OrderRow>[]> {
  if (ids.length === 0) return []
  const found = await db
    .select({ order: orders, parcel: shipments.status, answerBy: requests.dueAt })
    .from(orders)
    .leftJoin(shipments, parcelOf(orders))
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
  const items = await itemsOf(db, account, ids)
  return found.map(({ order, parcel, answerBy }) => {
    const [first] = items(order.id)
    return {
      ...order,
      code: codeOf(order.id),
      pieces: items(order.id).reduce((sum, { quantity }) => sum + quantity, 0),
      title: first?.title ?? '',
      thumb: first?.thumb ?? null,
      shipment: order.shipmentId && parcel ? { id: order.shipmentId, status: parcel } : null,
      answerBy,
    }
  })
}
