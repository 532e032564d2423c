import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../access/tables.ts'
import { amountColumn, createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows } from '../platform/database/row-policies.ts'

/** The bank account that an account's payouts go to. The bank numbers are sealed; `masked` may be shown. */
export const payoutDetails = pgTable(
  'payout_details',
  {
    accountId: text('account_id')
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['iban', 'us'] }).notNull(),
    sealed: text().notNull(),
    masked: text().notNull(),
    holder: text().notNull(),
    country: text().notNull(),
    updatedAt: timestampColumn('updated_at').notNull().defaultNow(),
  },
  (t) => [accountRows(t.accountId)],
)

/** Payouts remain when their account is erased, just as the ledger does. */
export const payouts = pgTable(
  'payouts',
  {
    accountId: text('account_id').notNull(),
    id: text().notNull(),
    amount: amountColumn('amount').notNull(),
    currency: text().notNull(),
    status: text({ enum: ['started', 'paid', 'failed'] })
      .notNull()
      .default('started'),
    /** The bank account that the payout goes to, as masked details. */
    destination: text().notNull(),
    personName: text('person_name').notNull(),
    failure: text(),
    createdAt: createdAtColumn(),
    settledAt: timestampColumn('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('payouts_started').on(t.status, t.createdAt),
    accountRows(t.accountId),
  ],
)
