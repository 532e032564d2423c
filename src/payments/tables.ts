import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountIdColumn } from '../access/tables.ts'
import { amountColumn, createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows, serviceRows } from '../platform/database/row-policies.ts'

/** Connected payment methods. `ref` is the provider's id for the method; a card's number is never stored. */
export const paymentMethods = pgTable(
  'payment_methods',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    provider: text().notNull(),
    ref: text().notNull(),
    brand: text().notNull(),
    last4: text().notNull(),
    expMonth: integer('exp_month').notNull(),
    expYear: integer('exp_year').notNull(),
    /** The method that is offered first. */
    preferred: boolean().notNull().default(false),
    removedAt: timestampColumn('removed_at'),
    createdAt: createdAtColumn(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), accountRows(t.accountId)],
)

/** The requests that the sandbox got, by their keys. This table simulates the database of an external service. */
export const sandboxBank = pgTable(
  'sandbox_bank',
  {
    key: text().primaryKey(),
    kind: text({ enum: ['charge', 'refund', 'payout'] }).notNull(),
    amount: amountColumn('amount').notNull(),
    currency: text().notNull(),
    /** For a charge: its payment method. For a refund: the key of its charge. */
    of: text(),
    status: text({ enum: ['succeeded', 'declined', 'confirm', 'cancelled'] }).notNull(),
    failure: text(),
    createdAt: createdAtColumn(),
  },
  (t) => [index('sandbox_bank_of').on(t.of), serviceRows()],
)
