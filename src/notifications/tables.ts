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

/** The kinds of notifications. `notificationRules` says who gets them. */
export const notificationKinds = ['messages', 'replies', 'cancellations', 'to_ship'] as const
export type NotificationKind = (typeof notificationKinds)[number]

/**
 * A person's choices where they differ from the default: every kind is shown in the bell and, where possible, mailed.
 */
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

/** When a person last got a mail of a kind for an account, so that the next one is not sent too soon. */
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
