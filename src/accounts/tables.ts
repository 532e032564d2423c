import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { accounts } from '../door/tables.ts'
import { ofTheAccount } from '../ground/rows.ts'

/**
 * Every claim to a username, so that one rule decides whether a name is free: an account's own (no end), its
 * former one (kept for 30 days and leading to the new one) or a sign-up's wish (held for a day for an address).
 * Claimed through the database's function `claim_username` alone.
 */
export const usernames = pgTable(
  'usernames',
  {
    username: text().primaryKey(),
    accountId: text('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    heldFor: text('held_for'),
    until: timestamp('until', { withTimezone: true }),
  },
  (t) => [index('usernames_account').on(t.accountId), ofTheAccount(t.accountId)],
)
