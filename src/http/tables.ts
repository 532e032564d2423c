import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountIdColumn } from '../access/tables.ts'
import { createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows, serviceRows } from '../platform/database/row-policies.ts'

/** The results of calls with an `Idempotency-Key`, stored for a day, so that a repeated call does nothing again. */
export const idempotency = pgTable(
  'idempotency',
  {
    accountId: accountIdColumn(),
    key: text().notNull(),
    /** A hash of the operation and its input. */
    fingerprint: text().notNull(),
    /** The first call's result; null only while that call is running. */
    done: jsonb(),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.key] }),
    index('idempotency_old').on(t.createdAt),
    accountRows(t.accountId),
  ],
)
/** Attempts that are rate-limited, counted by key and time window. */
export const attempts = pgTable(
  'attempts',
  { key: text().primaryKey(), count: integer().notNull(), until: timestampColumn('until').notNull() },
  () => [serviceRows()],
)
