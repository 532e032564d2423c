import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { amount, at, madeAt } from '../ground/columns.ts'
import { alsoOfTheBuyer, ofTheAccount } from '../ground/rows.ts'
import { orderKey, sides } from './tables.ts'

/** A buyer's wish to undo a purchase, and the seller's answer. */
export const cancellationRequests = pgTable(
  'cancellation_requests',
  {
    ...sides(),
    id: text().notNull(),
    orderId: text('order_id').notNull(),
    reason: text().notNull(),
    /** Who asked, for the buyer's account. */
    personName: text('person_name').notNull(),
    createdAt: madeAt(),
    /** Until when the seller's side can answer. */
    dueAt: at('due_at').notNull(),
    suggestion: text({ enum: ['accept', 'decline'] }),
    suggestionNote: text('suggestion_note').notNull().default(''),
    suggestedBy: text('suggested_by'),
    /** Null: open. `lapsed`: nobody answered, so that the sale stands. */
    outcome: text({ enum: ['accepted', 'declined', 'lapsed'] }),
    answer: text().notNull().default(''),
    settledBy: text('settled_by'),
    settledAt: at('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    orderKey(t as never, 'cancellation_requests_order'),
    uniqueIndex('cancellation_requests_once').on(t.accountId, t.orderId),
    index('cancellation_requests_open').on(t.accountId, t.dueAt).where(sql`${t.outcome} is null`),
    index('cancellation_requests_due').on(t.dueAt).where(sql`${t.outcome} is null`),
    index('cancellation_requests_settled').on(t.accountId, t.id).where(sql`${t.outcome} is not null`),
    ofTheAccount(t.accountId),
    alsoOfTheBuyer(t.buyerId),
  ],
)

/** Money that goes back. Those pending and succeeded never exceed what was paid. */
export const refunds = pgTable(
  'refunds',
  {
    ...sides(),
    id: text().notNull(),
    orderId: text('order_id').notNull(),
    amount: amount('amount').notNull(),
    currency: text().notNull(),
    /** A suggested one waits for somebody who may decide. */
    state: text({ enum: ['suggested', 'dismissed', 'pending', 'succeeded', 'failed'] }).notNull(),
    reason: text().notNull().default(''),
    /** Who made or suggested it. */
    personName: text('person_name').notNull(),
    decidedBy: text('decided_by'),
    createdAt: madeAt(),
    settledAt: at('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    orderKey(t as never, 'refunds_order'),
    index('refunds_order').on(t.accountId, t.orderId),
    index('refunds_pending').on(t.createdAt).where(sql`${t.state} = 'pending'`),
    index('refunds_suggested').on(t.accountId, t.id).where(sql`${t.state} = 'suggested'`),
    check('refunds_amount', sql`${t.amount} > 0`),
    ofTheAccount(t.accountId),
    alsoOfTheBuyer(t.buyerId),
  ],
)
