import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../door/tables.ts'
import { amount, at, madeAt } from '../ground/columns.ts'
import { ofNobody, ofTheAccount } from '../ground/rows.ts'

/** Connected payment methods. `ref` is what the provider calls it; a card's number is never stored. */
export const paymentMethods = pgTable(
  'payment_methods',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    provider: text().notNull(),
    ref: text().notNull(),
    brand: text().notNull(),
    last4: text().notNull(),
    expMonth: integer('exp_month').notNull(),
    expYear: integer('exp_year').notNull(),
    /** The one that is offered first. */
    preferred: boolean().notNull().default(false),
    removedAt: at('removed_at'),
    createdAt: madeAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), ofTheAccount(t.accountId)],
)

/** What the sandbox's bank remembers, under the keys that we gave it: it stands for a service that is not ours. */
export const sandboxBank = pgTable(
  'sandbox_bank',
  {
    key: text().primaryKey(),
    kind: text({ enum: ['charge', 'refund', 'payout'] }).notNull(),
    amount: amount('amount').notNull(),
    currency: text().notNull(),
    /** Of a charge: the method it was made with; of a refund: the key of its charge. */
    of: text(),
    status: text({ enum: ['succeeded', 'declined', 'confirm', 'cancelled'] }).notNull(),
    failure: text(),
    createdAt: madeAt(),
  },
  (t) => [index('sandbox_bank_of').on(t.of), ofNobody()],
)
