import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { alsoFor, ofNobody, ofTheAccount, person, thePerson } from './rows.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** Mail on its way and its fate. A row is made in the transaction that causes the mail. */
export const mails = pgTable(
  'mails',
  {
    id: text().primaryKey(),
    /** The account that it is sent for; null: for a person alone. Goes with the account. */
    accountId: text('account_id'),
    /** What its delivery state is shown at: an invitation's id. */
    subjectId: text('subject_id'),
    address: text().notNull(),
    kind: text().notNull(),
    language: text({ enum: ['en', 'fr'] }).notNull(),
    /** What the text is made from, encrypted with SECRET: it may hold a link that opens something. */
    sealed: text().notNull(),
    /** kept: there is no mail server, it can be read at /mailbox. */
    state: text({ enum: ['queued', 'sent', 'failed', 'kept'] })
      .notNull()
      .default('queued'),
    /** The mail server's words when it failed, or why it waits. */
    reason: text(),
    createdAt: at('created_at').notNull().defaultNow(),
    settledAt: at('settled_at'),
  },
  (t) => [
    index('mails_subject').on(t.accountId, t.subjectId, t.createdAt),
    index('mails_latest').on(t.createdAt),
    ofTheAccount(t.accountId),
    alsoFor(
      'to_oneself_or_in_answer',
      [person],
      'insert',
      sql`(${t.accountId} is null and lower(${t.address}) = (select lower(p.email) from people p where p.id = ${thePerson}))
        or exists (select from accounts a where a.id = ${t.accountId})`,
    ),
  ],
)

/** The folder that holds this database's files, where several nodes share it; one row at most. See folder.ts. */
export const fileFolder = pgTable(
  'file_folder',
  { only: boolean().primaryKey().default(true), id: text().notNull() },
  (t) => [check('file_folder_only', sql`${t.only}`), ofNobody()],
)
