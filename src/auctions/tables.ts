import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { accountIdColumn } from '../access/tables.ts'
import type { ShippingAddress } from '../orders/payment/place-order.ts'
import { amountColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows, buyerReads } from '../platform/database/row-policies.ts'
import { auctionStatuses } from './vocabulary.ts'

/**
 * An auction sells one item to the highest bidder. The leader's maximum is not in this row, which others can read; it
 * is stored with the bids.
 */
export const auctions = pgTable(
  'auctions',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    showId: text('show_id').notNull(),
    /** Whether it belongs to a rehearsal, where the bids are simulated. */
    rehearsal: boolean().notNull().default(false),
    productId: text('product_id').notNull(),
    title: text().notNull(),
    photoId: text('photo_id'),
    currency: text().notNull(),
    startingBid: amountColumn('starting_bid').notNull(),
    seconds: integer().notNull(),
    counterSeconds: integer('counter_seconds').notNull(),
    suddenDeath: boolean('sudden_death').notNull(),
    status: text({ enum: auctionStatuses }).notNull().default('running'),
    startedAt: timestampColumn('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    /** By the database's clock. A bid counts if it is recorded before. */
    endsAt: timestampColumn('ends_at').notNull(),
    /** The current price; null before the first bid. */
    price: amountColumn('price'),
    leaderId: text('leader_id'),
    leaderName: text('leader_name'),
    bids: integer().notNull().default(0),
    /** Increased by each change. */
    version: integer().notNull().default(1),
    orderId: text('order_id'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('auctions_one_running').on(t.accountId, t.showId).where(sql`${t.status} = 'running'`),
    index('auctions_of_show').on(t.accountId, t.showId, t.id),
    index('auctions_due').on(t.endsAt).where(sql`${t.status} = 'running'`),
    index('auctions_leader').on(t.leaderId).where(sql`${t.status} = 'running'`),
    check('auctions_leader', sql`(${t.price} is null) = (${t.leaderId} is null)`),
    accountRows(t.accountId),
  ],
)

/** Each bid with its account, the member who placed it, and the payment method. */
export const bids = pgTable(
  'bids',
  {
    accountId: accountIdColumn(),
    buyerId: text('buyer_id').notNull(),
    id: text().notNull(),
    auctionId: text('auction_id').notNull(),
    buyerName: text('buyer_name').notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    amount: amountColumn('amount').notNull(),
    /** The amount up to which the server raises the bid. Only the bidder may know it. */
    max: amountColumn('max').notNull(),
    /** The auction's price after the bid, and whether the bid led. */
    price: amountColumn('price').notNull(),
    led: boolean().notNull(),
    createdAt: timestampColumn('created_at').notNull(),
    /** The payment method and the address for a win; null in a rehearsal. */
    method: jsonb().$type<{ provider: string; ref: string; label: string }>(),
    address: jsonb().$type<ShippingAddress>(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'bids_auction',
      columns: [t.accountId, t.auctionId],
      foreignColumns: [auctions.accountId, auctions.id],
    }).onDelete('cascade'),
    index('bids_of_auction').on(t.accountId, t.auctionId, t.id),
    index('bids_buyer').on(t.buyerId, t.id),
    accountRows(t.accountId),
    buyerReads(t.buyerId),
  ],
)
