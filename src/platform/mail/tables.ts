import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { accountRows, additionalRows, currentPerson, personRole } from '../database/row-policies.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** Queued mail and its outcome. A row is inserted in the transaction that causes the mail. */
export const mails = pgTable(
  'mails',
  {
    id: text().primaryKey(),
    /** The account that the mail is sent for, with which it is deleted; null if the mail concerns only a person. */
    accountId: text('account_id'),
    /** The id of the invitation that shows the delivery status. */
    subjectId: text('subject_id'),
    address: text().notNull(),
    kind: text().notNull(),
    language: text({ enum: ['en', 'fr'] }).notNull(),
    /** The values for the text, encrypted with SECRET because they may contain a link that grants access. */
    sealed: text().notNull(),
    /** `kept`: no mail server is configured, so the mail can be read at /mailbox. */
    status: text({ enum: ['queued', 'sent', 'failed', 'kept'] })
      .notNull()
      .default('queued'),
    /** The mail server's message about a failure, or about the last failed try. */
    reason: text(),
    createdAt: at('created_at').notNull().defaultNow(),
    settledAt: at('settled_at'),
  },
  (t) => [
    index('mails_subject').on(t.accountId, t.subjectId, t.createdAt),
    index('mails_latest').on(t.createdAt),
    accountRows(t.accountId),
    additionalRows(
      'to_oneself_or_in_answer',
      [personRole],
      'insert',
      sql`(${t.accountId} is null and lower(${t.address}) = (select lower(p.email) from people p where p.id = ${currentPerson}))
        or exists (select from accounts a where a.id = ${t.accountId})`,
    ),
  ],
)
