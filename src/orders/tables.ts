import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { amount, at, madeAt } from '../ground/columns.ts'
import { alsoOfTheBuyer, ofTheAccount } from '../ground/rows.ts'

/*
 * What a buyer's and a seller's account do together. The key starts with the seller's account; the buyer's may read.
 * Nothing here refers to `accounts`: orders stay when an account is erased, naming a deleted account.
 */
export const orderStates = ['pending', 'pending_fulfillment', 'completed', 'cancelled', 'failed'] as const
export const shipmentStates = [
  'created',
  'label_generated',
  'dropped_off',
  'in_transit',
  'delivered',
  'failed',
  'cancelled',
] as const

/** Where something is sent, as it was when it was bought. */
export type Destination = {
  name: string
  line1: string
  line2: string
  postalCode: string
  city: string
  region: string
  country: string
}

export const sides = () => ({
  /** The seller's account. */
  accountId: text('account_id').notNull(),
  buyerId: text('buyer_id').notNull(),
})

/** A parcel: the orders of one buyer that leave together. */
export const shipments = pgTable(
  'shipments',
  {
    ...sides(),
    id: text().notNull(),
    status: text({ enum: shipmentStates }).notNull().default('created'),
    address: jsonb().$type<Destination>(),
    /** The show whose orders it holds; null: bought in the shop's window. */
    showId: text('show_id'),
    weightGrams: integer('weight_grams'),
    lengthCm: integer('length_cm'),
    widthCm: integer('width_cm'),
    heightCm: integer('height_cm'),
    carrier: text(),
    tracking: text(),
    /** What our carrier charges for its label; null for a label of one's own. */
    labelCost: amount('label_cost'),
    packedAt: at('packed_at'),
    packedBy: text('packed_by'),
    labelledAt: at('labelled_at'),
    droppedOffAt: at('dropped_off_at'),
    inTransitAt: at('in_transit_at'),
    deliveredAt: at('delivered_at'),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('shipments_status').on(t.accountId, t.status, t.id),
    index('shipments_tracking').on(t.accountId, sql`lower(${t.tracking})`),
    index('shipments_buyer').on(t.buyerId, t.id),
    index('shipments_show').on(t.accountId, t.showId, t.id).where(sql`${t.showId} is not null`),
    index('shipments_open').on(t.accountId, t.buyerId).where(sql`${t.status} = 'created'`),
    ofTheAccount(t.accountId),
    alsoOfTheBuyer(t.buyerId),
  ],
)

export const orders = pgTable(
  'orders',
  {
    ...sides(),
    id: text().notNull(),
    /** Names as they were; null once that account is erased. */
    sellerName: text('seller_name'),
    buyerName: text('buyer_name'),
    status: text({ enum: orderStates }).notNull().default('pending'),
    currency: text().notNull(),
    itemsTotal: amount('items_total').notNull(),
    shipping: amount('shipping').notNull(),
    total: amount('total').notNull(),
    weightGrams: integer('weight_grams').notNull(),
    address: jsonb().$type<Destination>(),
    /** What it was paid with, as it is shown: the brand and the last digits. */
    method: text().notNull(),
    /** Who bought it for the buyer's account. */
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    /** Why the payment failed. */
    failure: text(),
    shipmentId: text('shipment_id'),
    /** The show that it was bought in. */
    showId: text('show_id'),
    /** What the seller's search looks in. */
    search: text().notNull(),
    createdAt: madeAt(),
    paidAt: at('paid_at'),
    closedAt: at('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'orders_shipment',
      columns: [t.accountId, t.shipmentId],
      foreignColumns: [shipments.accountId, shipments.id],
    }),
    index('orders_status').on(t.accountId, t.status, t.id),
    index('orders_buyer').on(t.buyerId, t.id),
    index('orders_shipment').on(t.accountId, t.shipmentId),
    index('orders_paid').on(t.accountId, t.paidAt),
    index('orders_show').on(t.accountId, t.showId, t.id).where(sql`${t.showId} is not null`),
    check('orders_total', sql`${t.total} = ${t.itemsTotal} + ${t.shipping} and ${t.total} >= 0`),
    ofTheAccount(t.accountId),
    alsoOfTheBuyer(t.buyerId),
  ],
)

export const orderKey = (t: { accountId: never; orderId: never }, name: string) =>
  foreignKey({ name, columns: [t.accountId, t.orderId], foreignColumns: [orders.accountId, orders.id] })

export const orderItems = pgTable(
  'order_items',
  {
    ...sides(),
    orderId: text('order_id').notNull(),
    position: integer().notNull(),
    productId: text('product_id').notNull(),
    title: text().notNull(),
    sku: text().notNull(),
    /** Of one, in minor units of the order's currency. */
    price: amount('price').notNull(),
    quantity: integer().notNull(),
    /** The first photo of the product when it was bought. */
    photoId: text('photo_id'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.orderId, t.position] }),
    orderKey(t as never, 'order_items_order'),
    index('order_items_product').on(t.accountId, t.productId),
    ofTheAccount(t.accountId),
    alsoOfTheBuyer(t.buyerId),
  ],
)

/** What became of an order, step by step. */
export const orderEvents = pgTable(
  'order_events',
  {
    ...sides(),
    id: text().notNull(),
    orderId: text('order_id').notNull(),
    what: text().notNull(),
    /** Who did it, for the seller or for the buyer; null: the clock, or the bank. */
    personName: text('person_name'),
    side: text({ enum: ['seller', 'buyer', 'clock'] }).notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    orderKey(t as never, 'order_events_order'),
    index('order_events_order').on(t.accountId, t.orderId, t.id),
    ofTheAccount(t.accountId),
    alsoOfTheBuyer(t.buyerId),
  ],
)

/** An order's payment, as the provider knows it. Neither side reads it: it holds what the charge is made with. */
export const charges = pgTable(
  'charges',
  {
    ...sides(),
    orderId: text('order_id').notNull(),
    provider: text().notNull(),
    methodRef: text('method_ref').notNull(),
    amount: amount('amount').notNull(),
    currency: text().notNull(),
    status: text({ enum: ['started', 'confirm', 'succeeded', 'failed'] })
      .notNull()
      .default('started'),
    /** What the provider calls it. */
    ref: text(),
    /** Where the buyer confirms it with their bank. */
    confirmUrl: text('confirm_url'),
    /** When a payment that nobody confirmed is given up. */
    expiresAt: at('expires_at').notNull(),
    createdAt: madeAt(),
    settledAt: at('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.orderId] }),
    orderKey(t as never, 'charges_order'),
    index('charges_open').on(t.createdAt).where(sql`${t.settledAt} is null`),
    ofTheAccount(t.accountId),
  ],
)
