import { sql } from 'drizzle-orm'
import {
  boolean,
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
import { createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows, buyerReads } from '../platform/database/row-policies.ts'

/** A draw among the accounts that entered and are still present at its end. */
export const giveaways = pgTable(
  'giveaways',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    showId: text('show_id').notNull(),
    rehearsal: boolean().notNull().default(false),
    productId: text('product_id').notNull(),
    title: text().notNull(),
    photoId: text('photo_id'),
    status: text({ enum: ['open', 'drawn', 'nobody'] })
      .notNull()
      .default('open'),
    startedAt: timestampColumn('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    endsAt: timestampColumn('ends_at').notNull(),
    /** The SHA-256 hash of the seed, shown from the start. The seed itself is shown only after the draw. */
    commitment: text().notNull(),
    seed: text().notNull(),
    /** The entries among which the winner was drawn, in order. */
    drawnFrom: text('drawn_from').array(),
    winnerId: text('winner_id'),
    winnerName: text('winner_name'),
    entries: integer().notNull().default(0),
    version: integer().notNull().default(1),
    orderId: text('order_id'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('giveaways_one_open').on(t.accountId, t.showId).where(sql`${t.status} = 'open'`),
    index('giveaways_of_show').on(t.accountId, t.showId, t.id),
    index('giveaways_due').on(t.endsAt).where(sql`${t.status} = 'open'`),
    accountRows(t.accountId),
  ],
)

export const giveawayEntries = pgTable(
  'giveaway_entries',
  {
    accountId: accountIdColumn(),
    buyerId: text('buyer_id').notNull(),
    giveawayId: text('giveaway_id').notNull(),
    id: text().notNull(),
    buyerName: text('buyer_name').notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    address: jsonb().$type<ShippingAddress>(),
    createdAt: createdAtColumn(),
    /** When the entrant was last present in the show. */
    seenAt: timestampColumn('seen_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.giveawayId, t.buyerId] }),
    foreignKey({
      name: 'giveaway_entries_giveaway',
      columns: [t.accountId, t.giveawayId],
      foreignColumns: [giveaways.accountId, giveaways.id],
    }).onDelete('cascade'),
    accountRows(t.accountId),
    buyerReads(t.buyerId),
  ],
)
