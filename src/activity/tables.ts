import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { accountIdColumn } from '../access/tables.ts'
import { accountRows } from '../platform/database/row-policies.ts'

/**
 * A chain of hashes over the account's activity. Each seal covers the rows after the previous one, up to `lastId`, so
 * that a row that was changed, added or removed afterwards can be detected.
 */
export const activitySeals = pgTable(
  'activity_seals',
  {
    accountId: accountIdColumn(),
    number: bigint({ mode: 'number' }).notNull(),
    rows: integer().notNull(),
    lastAt: timestamp('last_at', { withTimezone: true, precision: 6, mode: 'string' }).notNull(),
    lastId: text('last_id').notNull(),
    hash: text().notNull(),
    sealedAt: timestamp('sealed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.number] }), accountRows(t.accountId)],
)
