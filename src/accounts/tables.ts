import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { accounts } from '../access/tables.ts'
import { accountRows } from '../platform/database/row-policies.ts'

/**
 * Every claim to a username, so that one rule decides whether a name is free: an account's current name (no end), its
 * former name (reserved for 30 days, during which it leads to the new one) or the name requested in a sign-up
 * (reserved for a day). Rows are written only by the database's function `claim_username`.
 */
export const usernames = pgTable(
  'usernames',
  {
    username: text().primaryKey(),
    accountId: text('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    /** The key of the sign-up that reserved the name. */
    reservedFor: text('held_for'),
    until: timestamp('until', { withTimezone: true }),
  },
  (t) => [index('usernames_account').on(t.accountId), accountRows(t.accountId)],
)
