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
import { accounts, people } from '../door/tables.ts'
import { amount, at, madeAt } from '../ground/columns.ts'
import { alsoFor, ofTheAccount, ofThePerson, system, theAccount } from '../ground/rows.ts'

export const showStates = ['scheduled', 'live', 'stopped', 'ended', 'cancelled'] as const
/** Everybody finds it; or only whoever has its address. */
export const discoverabilities = ['public', 'link'] as const

export const shows = pgTable(
  'shows',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    id: text().notNull().unique(),
    /** Shows that were scheduled together, as repetitions. */
    seriesId: text('series_id'),
    /** Set on a rehearsal, which nobody but the team sees: the show that it is for. */
    rehearses: text(),
    title: text().notNull(),
    description: text().notNull().default(''),
    category: text().notNull().default(''),
    coverId: text('cover_id'),
    coverWidth: integer('cover_width'),
    coverHeight: integer('cover_height'),
    startsAt: at('starts_at').notNull(),
    /** The zone in which the time was chosen, as IANA names it. */
    zone: text().notNull(),
    discoverability: text({ enum: discoverabilities }).notNull().default('public'),
    state: text({ enum: showStates }).notNull().default('scheduled'),
    currency: text().notNull(),
    /** When it went live first; when it was last stopped. */
    startedAt: at('started_at'),
    stoppedAt: at('stopped_at'),
    /** When it ended or was cancelled, and what was said about that. */
    closedAt: at('closed_at'),
    closedBy: text('closed_by'),
    closeNote: text('close_note').notNull().default(''),
    /** Seconds between two lines of one person in its chat. */
    slowSeconds: integer('slow_seconds').notNull().default(0),
    createdBy: text('created_by').notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('shows_state').on(t.accountId, t.state, t.startsAt, t.id),
    index('shows_explore').on(t.state, t.startsAt, t.id).where(sql`${t.discoverability} = 'public'`),
    index('shows_series').on(t.accountId, t.seriesId),
    ofTheAccount(t.accountId),
  ],
)

const showKey = (t: { accountId: never; showId: never }, name: string) =>
  foreignKey({
    name,
    columns: [t.accountId, t.showId],
    foreignColumns: [shows.accountId, shows.id],
  }).onDelete('cascade')

/** What is sold in a show, in its order. */
export const lineup = pgTable(
  'lineup',
  {
    accountId: text('account_id').notNull(),
    showId: text('show_id').notNull(),
    productId: text('product_id').notNull(),
    position: integer().notNull(),
    /** In this show: the price, or the starting bid; null: the product's own. */
    price: amount('price'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.showId, t.productId] }),
    showKey(t as never, 'lineup_show'),
    ofTheAccount(t.accountId),
  ],
)

export const broadcastEnds = ['stopped', 'ended', 'handed_over', 'emergency', 'access_ended', 'lost'] as const

/** A host's time on the air: one at most is open in a show. */
export const broadcasts = pgTable(
  'broadcasts',
  {
    accountId: text('account_id').notNull(),
    id: text().notNull(),
    showId: text('show_id').notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    /** Whom the host has handed it over to, and who has not taken it yet. */
    offeredTo: text('offered_to'),
    offeredName: text('offered_name'),
    /** Whether a picture arrives, and at which node (null: at the only one, or at a media server). */
    video: boolean().notNull().default(false),
    node: text(),
    startedAt: at('started_at').notNull().defaultNow(),
    /** The host's studio was last heard of. */
    seenAt: at('seen_at').notNull().defaultNow(),
    endedAt: at('ended_at'),
    endedBy: text('ended_by'),
    end: text({ enum: broadcastEnds }),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    showKey(t as never, 'broadcasts_show'),
    uniqueIndex('broadcasts_one_host').on(t.accountId, t.showId).where(sql`${t.endedAt} is null`),
    index('broadcasts_open').on(t.seenAt).where(sql`${t.endedAt} is null`),
    ofTheAccount(t.accountId),
  ],
)

/** How many watch, as each node counts them; and the most of each minute. */
export const audience = pgTable(
  'audience',
  {
    accountId: text('account_id').notNull(),
    showId: text('show_id').notNull(),
    node: text().notNull(),
    viewers: integer().notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.showId, t.node] }),
    showKey(t as never, 'audience_show'),
    ofTheAccount(t.accountId),
  ],
)

export const showMinutes = pgTable(
  'show_minutes',
  {
    accountId: text('account_id').notNull(),
    showId: text('show_id').notNull(),
    minute: at('minute').notNull(),
    viewers: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.showId, t.minute] }),
    showKey(t as never, 'show_minutes_show'),
    check('show_minutes_viewers', sql`${t.viewers} >= 0`),
    ofTheAccount(t.accountId),
  ],
)

/** Shows that somebody wants to be told of when they start. */
export const bookmarks = pgTable(
  'bookmarks',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    showId: text('show_id').notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.accountId, t.showId] }),
    showKey(t as never, 'bookmarks_show'),
    index('bookmarks_of_show').on(t.accountId, t.showId),
    ofThePerson(t.personId),
    alsoFor('of_the_shop', [system], 'select', sql`${t.accountId} = ${theAccount}`),
  ],
)
