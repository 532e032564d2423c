import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { accountIdColumn, people } from '../access/tables.ts'
import { amountColumn, createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import {
  accountRows,
  additionalRows,
  currentAccount,
  personRows,
  systemRole,
} from '../platform/database/row-policies.ts'
import { discoverabilities, showStatuses } from './vocabulary.ts'

export const shows = pgTable(
  'shows',
  {
    accountId: accountIdColumn(),
    id: text().notNull().unique(),
    /** The id that all shows of a series share; null for a single show. */
    seriesId: text('series_id'),
    /** For a rehearsal, the show that it prepares. Only the team can see a rehearsal. */
    rehearses: text(),
    title: text().notNull(),
    description: text().notNull().default(''),
    category: text().notNull().default(''),
    coverId: text('cover_id'),
    coverWidth: integer('cover_width'),
    coverHeight: integer('cover_height'),
    startsAt: timestampColumn('starts_at').notNull(),
    /** The IANA name of the time zone in which the time was chosen. */
    zone: text().notNull(),
    discoverability: text({ enum: discoverabilities }).notNull().default('public'),
    status: text({ enum: showStatuses }).notNull().default('scheduled'),
    currency: text().notNull(),
    /** When the show first went live, and when it was last stopped. */
    startedAt: timestampColumn('started_at'),
    stoppedAt: timestampColumn('stopped_at'),
    /** When the show ended or was cancelled, and the note of the member who cancelled it. */
    closedAt: timestampColumn('closed_at'),
    closedBy: text('closed_by'),
    closeNote: text('close_note').notNull().default(''),
    /** Seconds that a person must wait between two lines in the chat. */
    slowSeconds: integer('slow_seconds').notNull().default(0),
    createdBy: text('created_by').notNull(),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('shows_status').on(t.accountId, t.status, t.startsAt, t.id),
    index('shows_explore').on(t.status, t.startsAt, t.id).where(sql`${t.discoverability} = 'public'`),
    index('shows_series').on(t.accountId, t.seriesId),
    accountRows(t.accountId),
  ],
)

const showKey = (t: { accountId: never; showId: never }, name: string) =>
  foreignKey({
    name,
    columns: [t.accountId, t.showId],
    foreignColumns: [shows.accountId, shows.id],
  }).onDelete('cascade')

/** The products that a show sells, in order. */
export const lineup = pgTable(
  'lineup',
  {
    accountId: text('account_id').notNull(),
    showId: text('show_id').notNull(),
    productId: text('product_id').notNull(),
    position: integer().notNull(),
    /** The price or the starting bid in this show; null: the product's own price. */
    price: amountColumn('price'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.showId, t.productId] }),
    showKey(t as never, 'lineup_show'),
    accountRows(t.accountId),
  ],
)

export const broadcastEnds = ['stopped', 'ended', 'handed_over', 'emergency', 'access_ended', 'lost'] as const

/** A host's time on the air. A show has at most one open broadcast. */
export const broadcasts = pgTable(
  'broadcasts',
  {
    accountId: text('account_id').notNull(),
    id: text().notNull(),
    showId: text('show_id').notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    /** The member to whom the host offers the show, until that member accepts. */
    offeredTo: text('offered_to'),
    offeredName: text('offered_name'),
    /** Whether video arrives, and at which node (null if there is only one node, or a media server). */
    video: boolean().notNull().default(false),
    node: text(),
    startedAt: timestampColumn('started_at').notNull().defaultNow(),
    /** When the host's studio last sent a heartbeat. */
    seenAt: timestampColumn('seen_at').notNull().defaultNow(),
    endedAt: timestampColumn('ended_at'),
    endedBy: text('ended_by'),
    end: text({ enum: broadcastEnds }),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    showKey(t as never, 'broadcasts_show'),
    uniqueIndex('broadcasts_one_host').on(t.accountId, t.showId).where(sql`${t.endedAt} is null`),
    index('broadcasts_open').on(t.seenAt).where(sql`${t.endedAt} is null`),
    accountRows(t.accountId),
  ],
)

/** The current viewers as each node counts them. `show_minutes` has the largest number in each minute. */
export const viewerCounts = pgTable(
  'viewer_counts',
  {
    accountId: text('account_id').notNull(),
    showId: text('show_id').notNull(),
    node: text().notNull(),
    viewers: integer().notNull(),
    at: timestampColumn('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.showId, t.node] }),
    showKey(t as never, 'viewer_counts_show'),
    accountRows(t.accountId),
  ],
)

export const showMinutes = pgTable(
  'show_minutes',
  {
    accountId: text('account_id').notNull(),
    showId: text('show_id').notNull(),
    minute: timestampColumn('minute').notNull(),
    viewers: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.showId, t.minute] }),
    showKey(t as never, 'show_minutes_show'),
    check('show_minutes_viewers', sql`${t.viewers} >= 0`),
    accountRows(t.accountId),
  ],
)

/** The shows about whose beginning a person gets a mail. */
export const bookmarks = pgTable(
  'bookmarks',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    showId: text('show_id').notNull(),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.accountId, t.showId] }),
    showKey(t as never, 'bookmarks_show'),
    index('bookmarks_of_show').on(t.accountId, t.showId),
    personRows(t.personId),
    additionalRows('of_the_shop', [systemRole], 'select', sql`${t.accountId} = ${currentAccount}`),
  ],
)
