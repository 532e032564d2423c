import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { amountColumn, createdAtColumn } from '../platform/database/columns.ts'
import { accountRows } from '../platform/database/row-policies.ts'
import { books, transferKinds } from './vocabulary.ts'

/**
 * The ledger: each row takes an amount out of one book and puts it into another (double entry), so that all books
 * together always add up to zero. Rows are added and never changed. They are not deleted with their account, either.
 */
export const transfers = pgTable(
  'transfers',
  {
    accountId: text('account_id').notNull(),
    id: text().notNull(),
    kind: text({ enum: transferKinds }).notNull(),
    fromBook: text('from_book', { enum: books }).notNull(),
    toBook: text('to_book', { enum: books }).notNull(),
    amount: amountColumn('amount').notNull(),
    currency: text().notNull(),
    orderId: text('order_id'),
    /** The id of what caused the transfer: an order, a refund, a shipment or a payout. Each cause is booked once. */
    causeId: text('cause_id').notNull(),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('transfers_once').on(t.accountId, t.causeId, t.kind, t.fromBook, t.toBook),
    index('transfers_order').on(t.accountId, t.orderId),
    index('transfers_day').on(t.accountId, t.createdAt, t.kind, t.fromBook, t.toBook, t.amount),
    index('transfers_from').on(t.accountId, t.fromBook, t.amount),
    index('transfers_to').on(t.accountId, t.toBook, t.amount),
    check('transfers_amount', sql`${t.amount} > 0`),
    check('transfers_books', sql`${t.fromBook} <> ${t.toBook}`),
    accountRows(t.accountId),
  ],
)
