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
import { accountIdColumn } from '../access/tables.ts'
import { createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows } from '../platform/database/row-policies.ts'
import { entryKinds, messageKinds, type subjectKinds } from './vocabulary.ts'

const sides = () => ({
  /** The seller's account. */
  accountId: accountIdColumn(),
  buyerId: text('buyer_id').notNull(),
})

/** The subject of a message, with its title at that time. */
export type MessageSubject = { kind: (typeof subjectKinds)[number]; id: string; title: string }

/**
 * The conversations between a buyer's and a seller's account, one for each pair. Each message updates the columns by
 * which lists sort and filter, under the row's lock.
 */
export const conversations = pgTable(
  'conversations',
  {
    ...sides(),
    id: text().notNull(),
    /** The name that the buyer's account had when it last wrote; null once the account is erased. */
    buyerName: text('buyer_name'),
    /** The person to whom the conversation is assigned. */
    assigneeId: text('assignee_id'),
    assigneeName: text('assignee_name'),
    closedAt: timestampColumn('closed_at'),
    closedBy: text('closed_by'),
    blockedAt: timestampColumn('blocked_at'),
    blockedBy: text('blocked_by'),
    /** The number of entries, which is the position of the last. */
    entries: integer().notNull().default(0),
    /**
     * `messages` is how many entries both sides see. `…Last` is the number of each side's last message. `…Read` is the
     * number of the last message that each side has read.
     */
    messages: integer().notNull().default(0),
    buyerLast: integer('buyer_last').notNull().default(0),
    sellerLast: integer('seller_last').notNull().default(0),
    buyerRead: integer('buyer_read').notNull().default(0),
    sellerRead: integer('seller_read').notNull().default(0),
    /** Set when a member marks the conversation as unread. */
    keptUnread: boolean('kept_unread').notNull().default(false),
    /** The last message: the side that wrote it and its first characters (empty for a photo). */
    lastSide: text('last_side', { enum: ['seller', 'buyer'] })
      .notNull()
      .default('buyer'),
    lastText: text('last_text').notNull().default(''),
    lastAt: timestampColumn('last_at').notNull().defaultNow(),
    createdAt: createdAtColumn(),
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
    accountRows(t.accountId),
  ],
)

/** The entries of a conversation. They are added and never changed. */
export const entries = pgTable(
  'conversation_entries',
  {
    ...sides(),
    conversationId: text('conversation_id').notNull(),
    /** The entry's position in the conversation: 1, 2, 3 and so on, without a gap. */
    position: integer().notNull(),
    id: text().notNull(),
    kind: text({ enum: entryKinds }).notNull(),
    /**
     * The entry's number among those that both sides see, also without a gap; null for an entry that only the team
     * sees.
     */
    number: integer(),
    side: text({ enum: ['seller', 'buyer', 'clock'] }).notNull(),
    /** The person who wrote it for their account. The other side sees only the account. */
    personId: text('person_id'),
    personName: text('person_name').notNull(),
    /** For `assigned`: the name of the new assignee, or empty for nobody. */
    text: text().notNull().default(''),
    subject: jsonb().$type<MessageSubject>(),
    /** The size of a photo, in pixels. */
    width: integer(),
    height: integer(),
    /** The identifier that the sender's client chose, so that a message that is sent several times is stored once. */
    key: text(),
    createdAt: createdAtColumn(),
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
    accountRows(t.accountId),
  ],
)

/** Texts that a team uses again. */
export const savedReplies = pgTable(
  'saved_replies',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    byName: text('by_name').notNull(),
    updatedAt: timestampColumn('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('saved_replies_title').on(t.accountId, sql`lower(${t.title})`),
    accountRows(t.accountId),
  ],
)

/** Conversations as the buyer's account sees them. The view limits the rows to that account (migrations). */
export const buyerConversations = pgView('buyer_conversations', {
  buyerId: text('buyer_id').notNull(),
  accountId: text('account_id').notNull(),
  id: text().notNull(),
  /** Null while the shop is closing. */
  username: text(),
  shop: text(),
  messages: integer().notNull(),
  buyerRead: integer('buyer_read').notNull(),
  sellerRead: integer('seller_read').notNull(),
  unread: boolean().notNull(),
  lastSide: text('last_side', { enum: ['seller', 'buyer'] }).notNull(),
  lastText: text('last_text').notNull(),
  lastAt: timestampColumn('last_at').notNull(),
  createdAt: timestampColumn('created_at').notNull(),
}).existing()

/**
 * The messages of these conversations, without the entries that only the team sees and without the names of team
 * members.
 */
export const buyerMessages = pgView('buyer_messages', {
  buyerId: text('buyer_id').notNull(),
  accountId: text('account_id').notNull(),
  conversationId: text('conversation_id').notNull(),
  id: text().notNull(),
  kind: text({ enum: messageKinds }).notNull(),
  number: integer().notNull(),
  side: text({ enum: ['seller', 'buyer'] }).notNull(),
  personName: text('person_name'),
  text: text().notNull(),
  subject: jsonb().$type<MessageSubject>(),
  width: integer(),
  height: integer(),
  createdAt: timestampColumn('created_at').notNull(),
}).existing()

/**
 * The text that the team searches. The view limits the rows to the account itself, so that the search can use its
 * index (migrations).
 */
export const searchableEntries = pgView('conversation_texts', {
  conversationId: text('conversation_id').notNull(),
  text: text().notNull(),
}).existing()
