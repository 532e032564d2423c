import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { rows, type Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { thumbOf } from '../inventory/photo-address.ts'
import { declines } from '../payments/provider.ts'
import { askHours, requestOf } from './cancelling.ts'
import { carrierOf } from './carriers.ts'
import { history, OrderStep } from './history.ts'
import { chargeOf } from './paying.ts'
import { codeOf } from './placing.ts'
import { refundsOf } from './refunds.ts'
import { orderItems, orderStates, orders, shipmentStates, shipments } from './tables.ts'

/*
 * Orders as their buyer sees them. The buyer's account may read its orders; what the seller's side says among
 * itself is not part of them.
 */
const Item = z.object({
  product: z.string(),
  title: z.string(),
  price: z.int(),
  quantity: z.int(),
  thumb: z.string().nullable(),
})
const summary = {
  id: z.string(),
  /** What people call it. */
  code: z.string(),
  /** Null once that account is deleted. */
  sellerName: z.string().nullable(),
  seller: z.string(),
  status: z.enum(orderStates),
  currency: z.string(),
  total: z.int(),
  /** Who bought it for the account. */
  person: z.string(),
  createdAt: z.date(),
  items: z.array(Item),
}
export const PurchaseRow = z.object(summary).meta({ id: 'PurchaseRow' })

export const Purchase = z
  .object({
    ...summary,
    /** The username that leads to where it was bought; null once there is no such shop. */
    shop: z.string().nullable(),
    itemsTotal: z.int(),
    shipping: z.int(),
    /** What it was paid with. */
    method: z.string(),
    address: z.record(z.string(), z.string()).nullable(),
    /** Set while the buyer's bank waits for a confirmation: at its page, or (null) at the sandbox's. */
    confirm: z.object({ url: z.string().nullable(), until: z.date() }).nullable(),
    /** Why the payment failed. */
    failure: z.enum(declines).nullable(),
    refunded: z.int(),
    parcel: z
      .object({
        status: z.enum(shipmentStates),
        /** `link`: where it shows how the parcel is doing. */
        carrier: z
          .object({ id: z.string(), name: z.string().nullable(), link: z.string().nullable() })
          .nullable(),
        tracking: z.string().nullable(),
      })
      .nullable(),
    cancellation: z.object({
      /** Set while a cancellation can be asked for. */
      until: z.date().nullable(),
      request: z
        .object({
          reason: z.string(),
          createdAt: z.date(),
          dueAt: z.date(),
          outcome: z.enum(['accepted', 'declined', 'lapsed']).nullable(),
          answer: z.string(),
        })
        .nullable(),
    }),
    history: z.array(OrderStep),
  })
  .meta({ id: 'Purchase' })

export const PurchaseQuery = z.strictObject({ status: z.enum(orderStates).optional(), after })

type Order = typeof orders.$inferSelect

/** What the account bought, the latest first. */
export async function list(db: Tx, actor: Actor, query: z.output<typeof PurchaseQuery>) {
  const [last] = readCursor(query.after, 1) ?? []
  const found = await db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.buyerId, actor.account),
        query.status && eq(orders.status, query.status),
        last ? lt(orders.id, last) : undefined,
      ),
    )
    .orderBy(desc(orders.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ id }) => [id])
  const lines = await itemsOf(db, items)
  return { items: items.map((order) => short(order, lines)), next }
}

/** @throws Refusal not_found */
export async function find(db: Tx, actor: Actor, id: string): Promise<z.input<typeof Purchase>> {
  const [order] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.buyerId, actor.account), eq(orders.id, id)))
  if (!order) throw new Refusal('not_found')
  const parcel = await parcelOf(db, order)
  const request = await requestOf(db, order)
  const refunds = await refundsOf(db, order)
  const paidBack = refunds.filter(({ state }) => state === 'pending' || state === 'succeeded')
  return {
    ...order,
    ...short(order, await itemsOf(db, [order])),
    shop: await shopOf(db, order),
    confirm: order.status === 'pending' ? await confirmation(db, actor, order) : null,
    failure: order.failure as (typeof declines)[number] | null,
    refunded: paidBack.reduce((sum, { amount }) => sum + amount, 0),
    parcel,
    cancellation: {
      until: request ? null : askableUntil(order, parcel?.status),
      request: request ?? null,
    },
    history: await history(db, order, 'buyer'),
  }
}

function askableUntil({ status, paidAt }: Order, parcel: string | undefined): Date | null {
  if (status !== 'pending_fulfillment' || parcel !== 'created' || !paidAt) return null
  const until = new Date(paidAt.getTime() + askHours * 3_600_000)
  return until > new Date() ? until : null
}

/** What the bank waits for: the charge stands on the seller's side, and neither side reads it by itself. */
async function confirmation(db: Tx, actor: Actor, { accountId, id }: Order) {
  const charge = await onTheSideOf(db, accountId, { as: 'account', ...actor }, () =>
    chargeOf(db, accountId, id),
  )
  return charge?.status === 'confirm' ? { url: charge.confirmUrl, until: charge.expiresAt } : null
}

async function parcelOf(db: Tx, { accountId, shipmentId }: Order) {
  if (!shipmentId) return null
  const [found] = await db
    .select({ status: shipments.status, carrier: shipments.carrier, tracking: shipments.tracking })
    .from(shipments)
    .where(and(eq(shipments.accountId, accountId), eq(shipments.id, shipmentId)))
  return found ? { ...found, carrier: carrierOf(found) } : null
}

/** Its window, as anybody finds it now. */
async function shopOf(db: Tx, { accountId }: Order): Promise<string | null> {
  const [found] = await rows<{ username: string }>(
    db,
    sql`select username from shop_windows where id = ${accountId} and asked = username`,
  )
  return found?.username ?? null
}

const itemsOf = (db: Tx, of: Order[]) =>
  of.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(orderItems)
        .where(
          sql`(${orderItems.accountId}, ${orderItems.orderId}) in ${of.map((order) => sql`(${order.accountId}, ${order.id})`)}`,
        )
        .orderBy(asc(orderItems.position))

function short(order: Order, lines: Awaited<ReturnType<typeof itemsOf>>): z.input<typeof PurchaseRow> {
  return {
    id: order.id,
    code: codeOf(order.id),
    seller: order.accountId,
    sellerName: order.sellerName,
    status: order.status,
    currency: order.currency,
    total: order.total,
    person: order.personName,
    createdAt: order.createdAt,
    items: lines
      .filter(({ orderId }) => orderId === order.id)
      .map(({ productId, title, price, quantity, photoId }) => ({
        product: productId,
        title,
        price,
        quantity,
        thumb: thumbOf(order.accountId, photoId),
      })),
  }
}
