import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountIdColumn } from '../access/tables.ts'
import { createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows } from '../platform/database/row-policies.ts'
import { lineKinds } from './vocabulary.ts'

/** The lines of a show's chat. The simulated buyers of a rehearsal have a name and no person. */
export const chatLines = pgTable(
  'chat_lines',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    showId: text('show_id').notNull(),
    kind: text({ enum: lineKinds }).notNull().default('line'),
    personId: text('person_id'),
    /** The name of the person who wrote it for the account. */
    personName: text('person_name').notNull(),
    /** The name and username of the account for which it was written. */
    name: text().notNull(),
    username: text(),
    host: boolean().notNull().default(false),
    text: text().notNull(),
    createdAt: createdAtColumn(),
    deletedAt: timestampColumn('deleted_at'),
    deletedBy: text('deleted_by'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('chat_lines_latest').on(t.accountId, t.showId, t.id),
    index('chat_lines_person').on(t.accountId, t.showId, t.personId, t.createdAt),
    accountRows(t.accountId),
  ],
)

/** Words that only the team can write in an account's shows. */
export const mutedWords = pgTable(
  'muted_words',
  { accountId: accountIdColumn().primaryKey(), words: text().array().notNull().default(sql`'{}'`) },
  (t) => [accountRows(t.accountId)],
)
