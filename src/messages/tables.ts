import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { accounts } from '../door/tables.ts'
import { at, madeAt } from '../ground/columns.ts'
import { ofTheAccount } from '../ground/rows.ts'

const sides = () => ({
  /** The seller's account. */
  accountId: text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  buyerId: text('buyer_id').notNull(),
})

/** What is written to the other side. */
export const messageKinds = ['text', 'photo'] as const
/** What only the team has: what it notes for itself, and what became of the conversation. */
export const teamKinds = ['note', 'assigned', 'closed', 'reopened', 'blocked', 'unblocked'] as const
export const entryKinds = [...messageKinds, ...teamKinds] as const
export const aboutKinds = ['product', 'order', 'show'] as const

/** What a message is about, as it was called then. */
export type About = { kind: (typeof aboutKinds)[number]; id: string; title: string }

/**
 * What a buyer's and a seller's account write to each other: one conversation for each pair. What lists sort and
 * filter by is kept here with each message, under the row's lock.
 */
export const conversations = pgTable(
  'conversations',
  {
    ...sides(),
    id: text().notNull(),
    /** As it was when they last wrote; null once that account is erased. */
    buyerName: text('buyer_name'),
    /** The member who takes care of it. */
    assigneeId: text('assignee_id'),
    assigneeName: text('assignee_name'),
    closedAt: at('closed_at'),
    closedBy: text('closed_by'),
    blockedAt: at('blocked_at'),
    blockedBy: text('blocked_by'),
    /** How many entries the team has: the position of the last. */
    entries: integer().notNull().default(0),
    /** How many messages both sides have: the number of the last; of each side's last; and what each has read up to. */
    messages: integer().notNull().default(0),
    buyerLast: integer('buyer_last').notNull().default(0),
    sellerLast: integer('seller_last').notNull().default(0),
    buyerRead: integer('buyer_read').notNull().default(0),
    sellerRead: integer('seller_read').notNull().default(0),
    /** Somebody of the team wants it looked at again, although it was read. */
    keptUnread: boolean('kept_unread').notNull().default(false),
    /** The last message: its side, and how it begins (empty: a photo). */
    lastSide: text('last_side', { enum: ['seller', 'buyer'] })
      .notNull()
      .default('buyer'),
    lastText: text('last_text').notNull().default(''),
    lastAt: at('last_at').notNull().defaultNow(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('conversations_pair').on(t.accountId, t.buyerId),
    index('conversations_latest').on(t.accountId, t.lastAt, t.id),
    index('conversations_unread')
      .on(t.accountId, t.lastAt, t.id)
      .where(sql`(${t.buyerLast} > ${t.sellerRead} or ${t.keptUnread}) and ${t.closedAt} is null`),
    index('conversations_assigned').on(t.accountId, t.assigneeId, t.lastAt, t.id),
    index('conversations_unassigned')
      .on(t.accountId, t.lastAt, t.id)
      .where(sql`${t.assigneeId} is null and ${t.closedAt} is null`),
    index('conversations_closed').on(t.accountId, t.lastAt, t.id).where(sql`${t.closedAt} is not null`),
    index('conversations_buyer').on(t.buyerId, t.lastAt, t.id),
    ofTheAccount(t.accountId),
  ],
)

/** What stands in a conversation, one after the other; it is added and never changed. */
export const entries = pgTable(
  'conversation_entries',
  {
    ...sides(),
    conversationId: text('conversation_id').notNull(),
    /** Its place among all that the team has: 1, 2, 3 and so on, without a gap. */
    position: integer().notNull(),
    id: text().notNull(),
    kind: text({ enum: entryKinds }).notNull(),
    /** Its place among what both sides have, likewise; null: the team's alone. */
    number: integer(),
    side: text({ enum: ['seller', 'buyer', 'clock'] }).notNull(),
    /** Who wrote it for their account. The other side sees the account alone. */
    personId: text('person_id'),
    personName: text('person_name').notNull(),
    /** Of `assigned`, to whom; empty: to nobody. */
    text: text().notNull().default(''),
    about: jsonb().$type<About>(),
    /** Of a photo, in pixels. */
    width: integer(),
    height: integer(),
    /** What whoever sends calls it, so that it is there once however often it is sent. */
    key: text(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.conversationId, t.position] }),
    foreignKey({
      name: 'conversation_entries_conversation',
      columns: [t.accountId, t.conversationId],
      foreignColumns: [conversations.accountId, conversations.id],
    }).onDelete('cascade'),
    uniqueIndex('conversation_entries_id').on(t.accountId, t.id),
    uniqueIndex('conversation_entries_number')
      .on(t.accountId, t.conversationId, t.number)
      .where(sql`${t.number} is not null`),
    uniqueIndex('conversation_entries_key')
      .on(t.accountId, t.conversationId, t.personId, t.key)
      .where(sql`${t.key} is not null`),
    index('conversation_entries_buyer').on(t.buyerId),
    ofTheAccount(t.accountId),
  ],
)

/** Answers that a team gives often. */
export const savedReplies = pgTable(
  'saved_replies',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    byName: text('by_name').notNull(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('saved_replies_title').on(t.accountId, sql`lower(${t.title})`),
    ofTheAccount(t.accountId),
  ],
)

/** A conversation as the buyer's account has it: a view that binds the rows to that account (migrations). */
export const ownConversations = pgView('buyer_conversations', {
  buyerId: text('buyer_id').notNull(),
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  /** Null once there is no such shop. */
  username: text(),
  shop: text(),
  messages: integer().notNull(),
  buyerRead: integer('buyer_read').notNull(),
  sellerRead: integer('seller_read').notNull(),
  unread: boolean().notNull(),
  lastSide: text('last_side', { enum: ['seller', 'buyer'] }).notNull(),
  lastText: text('last_text').notNull(),
  lastAt: at('last_at').notNull(),
  createdAt: at('created_at').notNull(),
}).existing()

/** The messages of those, without what the seller's team has for itself, and without who of it wrote. */
export const ownMessages = pgView('buyer_messages', {
  buyerId: text('buyer_id').notNull(),
  accountId: text('account_id').notNull(),
  conversationId: text('conversation_id').notNull(),
  id: text().notNull(),
  kind: text({ enum: messageKinds }).notNull(),
  number: integer().notNull(),
  side: text({ enum: ['seller', 'buyer'] }).notNull(),
  personName: text('person_name'),
  text: text().notNull(),
  about: jsonb().$type<About>(),
  width: integer(),
  height: integer(),
  createdAt: at('created_at').notNull(),
}).existing()

/** What the team searches in: a view that binds the rows to the account, so that its index serves (migrations). */
export const searchedEntries = pgView('conversation_texts', {
  conversationId: text('conversation_id').notNull(),
  text: text().notNull(),
}).existing()
