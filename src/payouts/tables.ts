import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../door/tables.ts'
import { amount, at, madeAt } from '../ground/columns.ts'
import { ofTheAccount } from '../ground/rows.ts'

/** Where an account's payouts go. The numbers are sealed; what is shown of them is `masked`. */
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
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [ofTheAccount(t.accountId)],
)

/** Payouts stay when their account is erased, as the ledger does. */
export const payouts = pgTable(
  'payouts',
  {
    accountId: text('account_id').notNull(),
    id: text().notNull(),
    amount: amount('amount').notNull(),
    currency: text().notNull(),
    status: text({ enum: ['started', 'paid', 'failed'] })
      .notNull()
      .default('started'),
    /** The masked details that it went to. */
    destination: text().notNull(),
    personName: text('person_name').notNull(),
    failure: text(),
    createdAt: madeAt(),
    settledAt: at('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('payouts_started').on(t.status, t.createdAt),
    ofTheAccount(t.accountId),
  ],
)
