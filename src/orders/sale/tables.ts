import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { amountColumn, createdAtColumn, timestampColumn } from '../../platform/database/columns.ts'
import { accountRows, buyerReads } from '../../platform/database/row-policies.ts'
import { orderStatuses, shipmentStatuses } from '../vocabulary.ts'

/*
 * Orders between a buyer's and a seller's account. Each key begins with the seller's account, and the buyer's account
 * may read the rows, too. No table here refers to `accounts`: when an account is erased, its orders remain without its
 * name.
 */

/** Where a shipment goes: the buyer's address when the order was placed. */
export type ShippingAddress = {
  name: string
  line1: string
  line2: string
  postalCode: string
  city: string
  region: string
  country: string
}

export const sellerAndBuyerColumns = () => ({
  /** The seller's account. */
  accountId: text('account_id').notNull(),
  buyerId: text('buyer_id').notNull(),
})

/** A shipment: the orders of one buyer that are sent together. */
export const shipments = pgTable(
  'shipments',
  {
    ...sellerAndBuyerColumns(),
    id: text().notNull(),
    status: text({ enum: shipmentStatuses }).notNull().default('created'),
    address: jsonb().$type<ShippingAddress>(),
    /** The show in which the orders were bought; null for the shop's page. */
    showId: text('show_id'),
    weightGrams: integer('weight_grams'),
    lengthCm: integer('length_cm'),
    widthCm: integer('width_cm'),
    heightCm: integer('height_cm'),
    carrier: text(),
    tracking: text(),
    /** What our carrier charges for the label; null for a label that was bought elsewhere. */
    labelCost: amountColumn('label_cost'),
    packedAt: timestampColumn('packed_at'),
    packedBy: text('packed_by'),
    labelledAt: timestampColumn('labelled_at'),
    droppedOffAt: timestampColumn('dropped_off_at'),
    inTransitAt: timestampColumn('in_transit_at'),
    deliveredAt: timestampColumn('delivered_at'),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('shipments_status').on(t.accountId, t.status, t.id),
    index('shipments_tracking').on(t.accountId, sql`lower(${t.tracking})`),
    index('shipments_buyer').on(t.buyerId, t.id),
    index('shipments_show').on(t.accountId, t.showId, t.id).where(sql`${t.showId} is not null`),
    index('shipments_open').on(t.accountId, t.buyerId).where(sql`${t.status} = 'created'`),
    accountRows(t.accountId),
    buyerReads(t.buyerId),
  ],
)

export const orders = pgTable(
  'orders',
  {
    ...sellerAndBuyerColumns(),
    id: text().notNull(),
    /** The accounts' names when the order was placed; null once the account is erased. */
    sellerName: text('seller_name'),
    buyerName: text('buyer_name'),
    status: text({ enum: orderStatuses }).notNull().default('pending'),
    currency: text().notNull(),
    itemsTotal: amountColumn('items_total').notNull(),
    shipping: amountColumn('shipping').notNull(),
    total: amountColumn('total').notNull(),
    weightGrams: integer('weight_grams').notNull(),
    address: jsonb().$type<ShippingAddress>(),
    /** The payment method as text: the brand and the last digits. */
    method: text().notNull(),
    /** The member who bought it for the buyer's account. */
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    /** Why the payment failed; null if it did not. */
    failure: text(),
    shipmentId: text('shipment_id'),
    /** The show in which the order was placed; null for the shop's page. */
    showId: text('show_id'),
    /** The text that the seller's search looks in. */
    search: text().notNull(),
    createdAt: createdAtColumn(),
    paidAt: timestampColumn('paid_at'),
    closedAt: timestampColumn('closed_at'),
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
    accountRows(t.accountId),
    buyerReads(t.buyerId),
  ],
)

export const orderForeignKey = (t: { accountId: never; orderId: never }, name: string) =>
  foreignKey({ name, columns: [t.accountId, t.orderId], foreignColumns: [orders.accountId, orders.id] })

export const orderItems = pgTable(
  'order_items',
  {
    ...sellerAndBuyerColumns(),
    orderId: text('order_id').notNull(),
    position: integer().notNull(),
    productId: text('product_id').notNull(),
    title: text().notNull(),
    sku: text().notNull(),
    /** The price of one item, in minor units of the order's currency. */
    price: amountColumn('price').notNull(),
    quantity: integer().notNull(),
    /** The product's first photo when it was bought. */
    photoId: text('photo_id'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.orderId, t.position] }),
    orderForeignKey(t as never, 'order_items_order'),
    index('order_items_product').on(t.accountId, t.productId),
    accountRows(t.accountId),
    buyerReads(t.buyerId),
  ],
)

/** The steps of an order's history. */
export const orderSteps = pgTable(
  'order_steps',
  {
    ...sellerAndBuyerColumns(),
    id: text().notNull(),
    orderId: text('order_id').notNull(),
    what: text().notNull(),
    /** The member of the seller's or the buyer's account who did it; null for the clock and the bank. */
    personName: text('person_name'),
    side: text({ enum: ['seller', 'buyer', 'clock'] }).notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    orderForeignKey(t as never, 'order_steps_order'),
    index('order_steps_order').on(t.accountId, t.orderId, t.id),
    accountRows(t.accountId),
    buyerReads(t.buyerId),
  ],
)

/**
 * An order's payment as the provider knows it. Neither side may read it, since it contains what is needed to charge
 * the method.
 */
export const charges = pgTable(
  'charges',
  {
    ...sellerAndBuyerColumns(),
    orderId: text('order_id').notNull(),
    provider: text().notNull(),
    methodRef: text('method_ref').notNull(),
    amount: amountColumn('amount').notNull(),
    currency: text().notNull(),
    status: text({ enum: ['started', 'confirm', 'succeeded', 'failed'] })
      .notNull()
      .default('started'),
    /** The provider's id for the charge. */
    ref: text(),
    /** Where the buyer confirms the payment with their bank. */
    confirmUrl: text('confirm_url'),
    /** When a payment that was not confirmed is cancelled. */
    expiresAt: timestampColumn('expires_at').notNull(),
    createdAt: createdAtColumn(),
    settledAt: timestampColumn('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.orderId] }),
    orderForeignKey(t as never, 'charges_order'),
    index('charges_open').on(t.createdAt).where(sql`${t.settledAt} is null`),
    accountRows(t.accountId),
  ],
)
