import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { amountColumn, createdAtColumn, timestampColumn } from '../../platform/database/columns.ts'
import { accountRows, buyerReads } from '../../platform/database/row-policies.ts'
import { orderForeignKey, sellerAndBuyerColumns } from './tables.ts'

/** A buyer's request to cancel an order, and the seller's answer. */
export const cancellationRequests = pgTable(
  'cancellation_requests',
  {
    ...sellerAndBuyerColumns(),
    id: text().notNull(),
    orderId: text('order_id').notNull(),
    reason: text().notNull(),
    /** The member of the buyer's account who asked. */
    personName: text('person_name').notNull(),
    createdAt: createdAtColumn(),
    /** Until when the seller's side can answer. */
    dueAt: timestampColumn('due_at').notNull(),
    suggestion: text({ enum: ['accept', 'decline'] }),
    suggestionNote: text('suggestion_note').notNull().default(''),
    suggestedBy: text('suggested_by'),
    /** Null while the request is open. `expired`: nobody answered in time, so the sale stands. */
    outcome: text({ enum: ['accepted', 'declined', 'expired'] }),
    answer: text().notNull().default(''),
    settledBy: text('settled_by'),
    settledAt: timestampColumn('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    orderForeignKey(t as never, 'cancellation_requests_order'),
    uniqueIndex('cancellation_requests_once').on(t.accountId, t.orderId),
    index('cancellation_requests_open').on(t.accountId, t.dueAt).where(sql`${t.outcome} is null`),
    index('cancellation_requests_due').on(t.dueAt).where(sql`${t.outcome} is null`),
    index('cancellation_requests_settled').on(t.accountId, t.id).where(sql`${t.outcome} is not null`),
    accountRows(t.accountId),
    buyerReads(t.buyerId),
  ],
)

/** Refunds. The sum of an order's pending and succeeded refunds never exceeds what was paid. */
export const refunds = pgTable(
  'refunds',
  {
    ...sellerAndBuyerColumns(),
    id: text().notNull(),
    orderId: text('order_id').notNull(),
    amount: amountColumn('amount').notNull(),
    currency: text().notNull(),
    /** `suggested`: a member who may decide has not decided yet. */
    status: text({ enum: ['suggested', 'dismissed', 'pending', 'succeeded', 'failed'] }).notNull(),
    reason: text().notNull().default(''),
    /** The member who made or suggested the refund. */
    personName: text('person_name').notNull(),
    decidedBy: text('decided_by'),
    createdAt: createdAtColumn(),
    settledAt: timestampColumn('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    orderForeignKey(t as never, 'refunds_order'),
    index('refunds_order').on(t.accountId, t.orderId),
    index('refunds_pending').on(t.createdAt).where(sql`${t.status} = 'pending'`),
    index('refunds_suggested').on(t.accountId, t.id).where(sql`${t.status} = 'suggested'`),
    check('refunds_amount', sql`${t.amount} > 0`),
    accountRows(t.accountId),
    buyerReads(t.buyerId),
  ],
)
