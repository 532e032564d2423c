import { sql } from 'drizzle-orm'
import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts, people } from '../door/tables.ts'
import { at } from '../ground/columns.ts'
import { alsoFor, ofTheAccount, ofThePerson, system, theAccount } from '../ground/rows.ts'

/** What people are told of, each where they may act on it: see notices.ts. */
export const noticeKinds = ['messages', 'replies', 'cancellations', 'to_ship'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What somebody does not want as it is by default: a bell for each kind, and a mail. */
export const noticeSettings = pgTable(
  'notice_settings',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text({ enum: noticeKinds }).notNull(),
    bell: boolean().notNull(),
    mail: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind] }),
    ofThePerson(t.personId),
    alsoFor(
      'of_the_team',
      [system],
      'select',
      sql`exists (select from members m where m.person_id = ${t.personId} and m.account_id = ${theAccount})`,
    ),
  ],
)

/** When somebody was last mailed of a kind for an account: nobody is mailed of it again soon. */
export const noticesSent = pgTable(
  'notices_sent',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text({ enum: noticeKinds }).notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.personId, t.kind] }), ofTheAccount(t.accountId)],
)
