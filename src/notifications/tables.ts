import { sql } from 'drizzle-orm'
import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountIdColumn, people } from '../access/tables.ts'
import { timestampColumn } from '../platform/database/columns.ts'
import {
  accountRows,
  additionalRows,
  currentAccount,
  personRows,
  systemRole,
} from '../platform/database/row-policies.ts'

/** What people are notified of, wherever they may act on it: see `notificationRules`. */
export const notificationKinds = ['messages', 'replies', 'cancellations', 'to_ship'] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** Choices that differ from the default, which is a notification for each kind and, where there is one, a mail. */
export const notificationSettings = pgTable(
  'notification_settings',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text({ enum: notificationKinds }).notNull(),
    bell: boolean().notNull(),
    mail: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind] }),
    personRows(t.personId),
    additionalRows(
      'of_the_team',
      [systemRole],
      'select',
      sql`exists (select from members m where m.person_id = ${t.personId} and m.account_id = ${currentAccount})`,
    ),
  ],
)

/** When a person was last mailed about a kind for an account, so that the next mail is not sent too soon. */
export const remindersSent = pgTable(
  'reminders_sent',
  {
    accountId: accountIdColumn(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text({ enum: notificationKinds }).notNull(),
    at: timestampColumn('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.personId, t.kind] }), accountRows(t.accountId)],
)
