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
import { accounts } from '../door/tables.ts'
import { amount, at, madeAt } from '../ground/columns.ts'
import { alsoOfTheBuyer, ofTheAccount } from '../ground/rows.ts'
import type { Destination } from '../orders/placing.ts'

const accountId = () =>
  text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' })

export const auctionStates = ['running', 'sold', 'unsold'] as const

/** One thing, to whoever bids most. Its leader's maximum is known to nobody: it stands with the bids. */
export const auctions = pgTable(
  'auctions',
  {
    accountId: accountId(),
    id: text().notNull(),
    showId: text('show_id').notNull(),
    /** Bids are the buyers', but nobody's are real in a rehearsal. */
    rehearsal: boolean().notNull().default(false),
    productId: text('product_id').notNull(),
    title: text().notNull(),
    photoId: text('photo_id'),
    currency: text().notNull(),
    startingBid: amount('starting_bid').notNull(),
    seconds: integer().notNull(),
    counterSeconds: integer('counter_seconds').notNull(),
    suddenDeath: boolean('sudden_death').notNull(),
    state: text({ enum: auctionStates }).notNull().default('running'),
    startedAt: at('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    /** By the database's clock. A bid counts if it is taken before. */
    endsAt: at('ends_at').notNull(),
    /** What it goes for now; null before the first bid. */
    price: amount('price'),
    leaderId: text('leader_id'),
    leaderName: text('leader_name'),
    bids: integer().notNull().default(0),
    /** Rises with each change. */
    version: integer().notNull().default(1),
    orderId: text('order_id'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('auctions_one_running').on(t.accountId, t.showId).where(sql`${t.state} = 'running'`),
    index('auctions_of_show').on(t.accountId, t.showId, t.id),
    index('auctions_due').on(t.endsAt).where(sql`${t.state} = 'running'`),
    index('auctions_leader').on(t.leaderId).where(sql`${t.state} = 'running'`),
    check('auctions_leader', sql`(${t.price} is null) = (${t.leaderId} is null)`),
    ofTheAccount(t.accountId),
  ],
)

/** What was bid, by which account and which of its people, and with what it would be paid. */
export const bids = pgTable(
  'bids',
  {
    accountId: accountId(),
    buyerId: text('buyer_id').notNull(),
    id: text().notNull(),
    auctionId: text('auction_id').notNull(),
    buyerName: text('buyer_name').notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    amount: amount('amount').notNull(),
    /** How far it is raised by itself: the bidder's secret. */
    max: amount('max').notNull(),
    /** What the auction stood at after it, and whether it led. */
    price: amount('price').notNull(),
    led: boolean().notNull(),
    createdAt: at('created_at').notNull(),
    /** What a win is paid with and sent to; null in a rehearsal. */
    method: jsonb().$type<{ provider: string; ref: string; label: string }>(),
    address: jsonb().$type<Destination>(),
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
    ofTheAccount(t.accountId),
    alsoOfTheBuyer(t.buyerId),
  ],
)

/** Something given away to one of those who are there. */
export const giveaways = pgTable(
  'giveaways',
  {
    accountId: accountId(),
    id: text().notNull(),
    showId: text('show_id').notNull(),
    rehearsal: boolean().notNull().default(false),
    productId: text('product_id').notNull(),
    title: text().notNull(),
    photoId: text('photo_id'),
    state: text({ enum: ['open', 'drawn', 'nobody'] })
      .notNull()
      .default('open'),
    startedAt: at('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    endsAt: at('ends_at').notNull(),
    /** SHA-256 of the seed, shown from the start; the seed itself is shown once it is drawn. */
    commitment: text().notNull(),
    seed: text().notNull(),
    /** The entries among which it was drawn, in their order. */
    drawnFrom: text('drawn_from').array(),
    winnerId: text('winner_id'),
    winnerName: text('winner_name'),
    entries: integer().notNull().default(0),
    version: integer().notNull().default(1),
    orderId: text('order_id'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('giveaways_one_open').on(t.accountId, t.showId).where(sql`${t.state} = 'open'`),
    index('giveaways_of_show').on(t.accountId, t.showId, t.id),
    index('giveaways_due').on(t.endsAt).where(sql`${t.state} = 'open'`),
    ofTheAccount(t.accountId),
  ],
)

export const giveawayEntries = pgTable(
  'giveaway_entries',
  {
    accountId: accountId(),
    buyerId: text('buyer_id').notNull(),
    giveawayId: text('giveaway_id').notNull(),
    id: text().notNull(),
    buyerName: text('buyer_name').notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    address: jsonb().$type<Destination>(),
    createdAt: madeAt(),
    /** When the person who entered was last seen in the show. */
    seenAt: at('seen_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.giveawayId, t.buyerId] }),
    foreignKey({
      name: 'giveaway_entries_giveaway',
      columns: [t.accountId, t.giveawayId],
      foreignColumns: [giveaways.accountId, giveaways.id],
    }).onDelete('cascade'),
    ofTheAccount(t.accountId),
    alsoOfTheBuyer(t.buyerId),
  ],
)
