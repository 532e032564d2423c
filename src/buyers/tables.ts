import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountIdColumn } from '../access/tables.ts'
import { createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows } from '../platform/database/row-policies.ts'

/**
 * People who may not write in the chat. A mute applies to one show and ends by itself. A block applies to all shows of
 * the account and prevents bidding and buying as well.
 */
export const buyerBans = pgTable(
  'chat_bans',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    personId: text('person_id').notNull(),
    name: text().notNull(),
    kind: text({ enum: ['mute', 'block'] }).notNull(),
    /** The show of a mute; null for a block. */
    showId: text('show_id'),
    until: timestampColumn('until'),
    byName: text('by_name').notNull(),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('chat_bans_person').on(t.accountId, t.personId),
    accountRows(t.accountId),
  ],
)
