import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../door/tables.ts'
import { at, madeAt } from '../ground/columns.ts'
import { ofTheAccount } from '../ground/rows.ts'

const accountId = () =>
  text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' })

/** line: what somebody says. announcement: what the host says, held up. team: what only the team is told. */
export const lineKinds = ['line', 'announcement', 'team'] as const

/** What is said in a show. A rehearsal's buyers are nobody: they have a name and no person. */
export const chatLines = pgTable(
  'chat_lines',
  {
    accountId: accountId(),
    id: text().notNull(),
    showId: text('show_id').notNull(),
    kind: text({ enum: lineKinds }).notNull().default('line'),
    personId: text('person_id'),
    /** Who wrote it: behind the account's name, that of its member. */
    personName: text('person_name').notNull(),
    /** As whom it is shown, and whether as the show's account. */
    name: text().notNull(),
    username: text(),
    host: boolean().notNull().default(false),
    text: text().notNull(),
    createdAt: madeAt(),
    deletedAt: at('deleted_at'),
    deletedBy: text('deleted_by'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('chat_lines_latest').on(t.accountId, t.showId, t.id),
    index('chat_lines_person').on(t.accountId, t.showId, t.personId, t.createdAt),
    ofTheAccount(t.accountId),
  ],
)

/** Whom an account does not let write: in one show and for a time, or (blocked) in all of them, and not buy there. */
export const chatBans = pgTable(
  'chat_bans',
  {
    accountId: accountId(),
    id: text().notNull(),
    personId: text('person_id').notNull(),
    name: text().notNull(),
    kind: text({ enum: ['mute', 'block'] }).notNull(),
    /** Of a mute. */
    showId: text('show_id'),
    until: at('until'),
    byName: text('by_name').notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('chat_bans_person').on(t.accountId, t.personId),
    ofTheAccount(t.accountId),
  ],
)

/** Words that nobody but the team can write in an account's shows. */
export const mutedWords = pgTable(
  'muted_words',
  { accountId: accountId().primaryKey(), words: text().array().notNull().default(sql`'{}'`) },
  (t) => [ofTheAccount(t.accountId)],
)
