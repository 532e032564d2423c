import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import { declineReasons } from '../payments/provider.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageById } from '../platform/database/keyset-page.ts'
import { actingForOtherAccount, scopeOf } from '../platform/database/scope.ts'
import { thumbnailUrl } from '../platform/files/photo-urls.ts'
import { shopUsernameOf } from '../shops/shop.ts'
import { cancellationRequestOf, requestWithinHours } from './cancellation/cancellation-requests.ts'
import { listRefundsOf } from './cancellation/refunds.ts'
import { findCharge } from './payment/charges.ts'
import { orderCode } from './sale/order-code.ts'
import { OrderStep, orderHistory } from './sale/order-history.ts'
import { orderItems, orders, shipments } from './sale/tables.ts'
import { carrierOf } from './shipping/carriers.ts'
import { orderStatuses, shipmentStatuses } from './vocabulary.ts'

/*
 * Orders as their buyer sees them, without the steps that only the seller's side sees.
 */
const Item = z.object({
  product: z.string().describe("The product's id."),
  title: z.string().describe("The product's title when it was bought."),
  price: z.int().describe('The price of one item, in minor units.'),
  quantity: z.int(),
  thumb: z.string().nullable().describe('The address of a small photo; null if there is none.'),
})
const summary = {
  id: z.string(),
  code: z.string().describe('The short name by which people call the order.'),
  sellerName: z
    .string()
    .nullable()
    .describe("The name of the seller's account; null once that account is deleted."),
  seller: z.string().describe("The id of the seller's account."),
  status: z.enum(orderStatuses),
  currency: z.string(),
  total: z.int().describe('What the order costs with shipping, in minor units of `currency`.'),
  by: z.string().describe('The name of the member who bought it for the account.'),
  createdAt: z.date(),
  items: z.array(Item),
}
export const PurchaseRow = z.object(summary).meta({ id: 'PurchaseRow' })

export const Purchase = z
  .object({
    ...summary,
    shop: z
      .string()
      .nullable()
      .describe('The current username of the shop; null if there is no such shop any more.'),
    itemsTotal: z.int().describe('The price of all items, in minor units.'),
    shipping: z.int().describe('The price of shipping, in minor units.'),
    method: z.string().describe('The payment method, such as "Visa •• 4242".'),
    address: z.record(z.string(), z.string()).nullable().describe('Where the order is sent.'),
    confirm: z
      .object({ url: z.string().nullable(), until: z.date() })
      .nullable()
      .describe(
        "Set while the buyer's bank waits for a confirmation until `until`. It is given on the page at `url`; null means the sandbox's page.",
      ),
    failure: z.enum(declineReasons).nullable().describe('Why the payment failed; null if it did not.'),
    refunded: z.int().describe('How much was refunded, in minor units.'),
    shipment: z
      .object({
        status: z.enum(shipmentStatuses),
        carrier: z
          .object({ id: z.string(), name: z.string().nullable(), link: z.string().nullable() })
          .nullable()
          .describe("`link`: the address of the carrier's tracking page."),
        tracking: z.string().nullable().describe('The tracking number; null without a label.'),
      })
      .nullable(),
    cancellation: z.object({
      until: z.date().nullable().describe('Until when a cancellation can be requested; null if it cannot.'),
      request: z
        .object({
          reason: z.string(),
          createdAt: z.date(),
          dueAt: z.date().describe('Until when the shop can answer. After that, the sale stands.'),
          outcome: z.enum(['accepted', 'declined', 'expired']).nullable(),
          answer: z.string(),
        })
        .nullable(),
    }),
    history: z.array(OrderStep),
  })
  .meta({ id: 'Purchase' })

export const PurchaseQuery = z.strictObject({ status: z.enum(orderStatuses).optional(), after: cursorParam })

type Order = typeof orders.$inferSelect

/** Lists what the account bought, the latest first. */
export async function listPurchases(db: Tx, actor: Actor, query: z.output<typeof PurchaseQuery>) {
  const { items, next } = await pageById(db.select().from(orders), orders.id, {
    where: and(eq(orders.buyerId, actor.account), query.status && eq(orders.status, query.status)),
    after: query.after,
  })
  const lines = await itemsOf(db, items)
  return { items: items.map((order) => toPurchaseRow(order, lines)), next }
}

/** @throws Refusal not_found */
export async function findPurchase(db: Tx, actor: Actor, id: string): Promise<z.input<typeof Purchase>> {
  const [order] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.buyerId, actor.account), eq(orders.id, id)))
  if (!order) throw new Refusal('not_found')
  const shipment = await shipmentOfOrder(db, order)
  const request = await cancellationRequestOf(db, order)
  const refunds = await listRefundsOf(db, order)
  const effectiveRefunds = refunds.filter(({ status }) => status === 'pending' || status === 'succeeded')
  return {
    ...toPurchaseRow(order, await itemsOf(db, [order])),
    shop: await shopUsernameOf(db, order.accountId),
    itemsTotal: order.itemsTotal,
    shipping: order.shipping,
    method: order.method,
    address: order.address,
    confirm: order.status === 'pending' ? await findConfirmation(db, actor, order) : null,
    failure: order.failure as (typeof declineReasons)[number] | null,
    refunded: effectiveRefunds.reduce((sum, { amount }) => sum + amount, 0),
    shipment,
    cancellation: {
      until: request ? null : cancellableUntil(order, shipment?.status, db.now),
      request: request ?? null,
    },
    history: await orderHistory(db, order, 'buyer'),
  }
}

function cancellableUntil({ status, paidAt }: Order, shipment: string | undefined, now: Date): Date | null {
  if (status !== 'pending_fulfillment' || shipment !== 'created' || !paidAt) return null
  const until = new Date(paidAt.getTime() + requestWithinHours * 3_600_000)
  return until > now ? until : null
}

/**
 * Finds the confirmation that the bank waits for. Neither side may read a charge directly, so this reads it in the
 * seller's scope.
 */
async function findConfirmation(db: Tx, actor: Actor, { accountId, id }: Order) {
  const charge = await actingForOtherAccount(db, accountId, scopeOf(actor), () =>
    findCharge(db, accountId, id),
  )
  return charge?.status === 'confirm' ? { url: charge.confirmUrl, until: charge.expiresAt } : null
}

async function shipmentOfOrder(db: Tx, { accountId, shipmentId }: Order) {
  if (!shipmentId) return null
  const [found] = await db
    .select({ status: shipments.status, carrier: shipments.carrier, tracking: shipments.tracking })
    .from(shipments)
    .where(byKey(shipments, accountId, shipmentId))
  return found ? { status: found.status, carrier: carrierOf(found), tracking: found.tracking } : null
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

function toPurchaseRow(
  order: Order,
  lines: Awaited<ReturnType<typeof itemsOf>>,
): z.input<typeof PurchaseRow> {
  return {
    id: order.id,
    code: orderCode(order.id),
    seller: order.accountId,
    sellerName: order.sellerName,
    status: order.status,
    currency: order.currency,
    total: order.total,
    by: order.personName,
    createdAt: order.createdAt,
    items: lines
      .filter(({ orderId }) => orderId === order.id)
      .map(({ productId, title, price, quantity, photoId }) => ({
        product: productId,
        title,
        price,
        quantity,
        thumb: thumbnailUrl(order.accountId, photoId),
      })),
  }
}
