import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { accounts } from '../door/tables.ts'
import { ofTheAccount } from '../ground/rows.ts'

/**
 * A chain of hashes over the account's activity: each seal covers the rows after the one before it, up to
 * `lastId`, so that a row changed, added or dropped afterwards shows.
 */
export const activitySeals = pgTable(
  'activity_seals',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    number: bigint({ mode: 'number' }).notNull(),
    rows: integer().notNull(),
    lastAt: timestamp('last_at', { withTimezone: true, precision: 6, mode: 'string' }).notNull(),
    lastId: text('last_id').notNull(),
    hash: text().notNull(),
    sealedAt: timestamp('sealed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.number] }), ofTheAccount(t.accountId)],
)
