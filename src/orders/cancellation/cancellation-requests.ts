import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../../access/audit.ts'
import type { Actor } from '../../access/gate.ts'
import { lockDealings } from '../../access/locks.ts'
import { Refusal } from '../../errors/refusal.ts'
import { queueReminder } from '../../notifications/reminders.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { actingForOtherAccount, scopeOf } from '../../platform/database/scope.ts'
import { newId } from '../../platform/ids.ts'
import { multiLine, singleLine } from '../../platform/text-schemas.ts'
import { returnOrderToStock } from '../payment/charges.ts'
import { orderCode } from '../sale/order-code.ts'
import { addOrderStep } from '../sale/order-history.ts'
import { publishToBothSides } from '../sale/publish-order.ts'
import { cancellationRequests as requests } from '../sale/request-tables.ts'
import { orders } from '../sale/tables.ts'
import { cancelShipmentIfEmpty } from '../shipping/shipment-orders.ts'
import { orderLimits } from '../vocabulary.ts'
import { createRefund, lockOrder, logOrder, type PendingRefund, refundableAmount } from './refunds.ts'

/** Within how many hours after the payment the buyer may ask. */
export const requestWithinHours = 24
/** Within how many hours after the request the seller's side may answer. */
export const answerWithinHours = 48

export const NewCancellationRequest = z.strictObject({
  reason: multiLine(orderLimits.cancellationReason).min(1),
})
export const CancellationDecision = z.strictObject({
  answer: singleLine(orderLimits.cancellationAnswer, 0).optional().describe('A sentence for the buyer.'),
})
export const CancellationSuggestion = z.strictObject({
  suggestion: z.enum(['accept', 'decline']),
  note: singleLine(orderLimits.cancellationAnswer, 0).optional().describe('A sentence for the team.'),
})

type Order = typeof orders.$inferSelect

/**
 * Asks the seller to cancel an order. Must run in the buyer's scope; the request is written in the seller's scope.
 * @throws Refusal not_found, asked_before or too_late_to_cancel
 */
export async function requestCancellation(
  db: Tx,
  actor: Actor,
  id: string,
  { reason }: z.output<typeof NewCancellationRequest>,
) {
  const bought = and(eq(orders.buyerId, actor.account), eq(orders.id, id))
  const [found] = await db.select({ seller: orders.accountId }).from(orders).where(bought)
  if (!found) throw new Refusal('not_found')
  await lockDealings(db, found.seller, actor.account)
  const [order] = (await db.select().from(orders).where(bought)) as [Order]
  if (await cancellationRequestOf(db, order)) throw new Refusal('asked_before')
  const inTime = await db
    .select({ id: orders.id })
    .from(orders)
    .where(
      and(
        bought,
        eq(orders.status, 'pending_fulfillment'),
        gt(orders.paidAt, sql`now() - ${`${requestWithinHours} hours`}::interval`),
      ),
    )
  if (inTime.length === 0) throw new Refusal('too_late_to_cancel')
  await actingForOtherAccount(db, found.seller, scopeOf(actor), async () => {
    await db.insert(requests).values({
      accountId: order.accountId,
      buyerId: order.buyerId,
      id: newId('cancellation'),
      orderId: id,
      reason,
      personName: actor.name,
      dueAt: sql`now() + ${`${answerWithinHours} hours`}::interval`,
    })
    await addOrderStep(db, order, 'cancellation_requested', { side: 'buyer', name: actor.name }, { reason })
    await queueReminder(db, { account: order.accountId, kind: 'cancellations', subject: id })
  })
  const subject = { id, name: orderCode(id) }
  await recordAct(db, actor, { act: 'spending.cancellation_asked', subject, details: { reason } })
  await publishToBothSides(db, order)
}

/**
 * Accepts the request: cancels the order, returns its items to stock and refunds what was paid.
 * @throws Refusal not_found or cancellation_settled
 */
export async function acceptCancellation(
  db: Tx,
  actor: Actor,
  id: string,
  { answer = '' }: z.output<typeof CancellationDecision>,
): Promise<PendingRefund | undefined> {
  const { order } = await recordAnswer(db, actor, id, 'accepted', answer)
  const [cancelled] = await db
    .update(orders)
    .set({ status: 'cancelled', closedAt: sql`now()`, shipmentId: null })
    .where(byKey(orders, order.accountId, order.id))
    .returning()
  await returnOrderToStock(db, order)
  if (order.shipmentId) await cancelShipmentIfEmpty(db, order.accountId, order.shipmentId)
  await addOrderStep(db, order, 'cancellation_accepted', { side: 'seller', name: actor.name }, { answer })
  await logOrder(db, actor, order, 'orders.cancellation_accepted')
  const amount = await refundableAmount(db, order)
  return amount > 0 ? createRefund(db, actor, cancelled as Order, { id: newId('refund'), amount }) : undefined
}

/**
 * Declines the request: the sale stands.
 * @throws Refusal not_found or cancellation_settled
 */
export async function declineCancellation(
  db: Tx,
  actor: Actor,
  id: string,
  { answer = '' }: z.output<typeof CancellationDecision>,
) {
  const { order } = await recordAnswer(db, actor, id, 'declined', answer)
  await addOrderStep(db, order, 'cancellation_declined', { side: 'seller', name: actor.name }, { answer })
  await logOrder(db, actor, order, 'orders.cancellation_declined')
}

/**
 * Records the answer that is suggested by a member who may not decide.
 * @throws Refusal not_found or cancellation_settled
 */
export async function suggestCancellationAnswer(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof CancellationSuggestion>,
) {
  const request = await findOpenRequest(db, actor, id)
  const order = await lockOrder(db, actor, request.orderId)
  await findOpenRequest(db, actor, id)
  const { suggestion, note: why = '' } = input
  await db
    .update(requests)
    .set({ suggestion, suggestionNote: why, suggestedBy: actor.name })
    .where(byKey(requests, actor.account, id))
  await addOrderStep(
    db,
    order,
    'cancellation_suggested',
    { side: 'seller', name: actor.name },
    { suggestion, why },
  )
  await logOrder(db, actor, order, 'orders.cancellation_suggested', { suggestion })
}

/** Finds overdue requests of all accounts. Each one is expired in the system scope of its own account. */
export const dueRequests = (tx: Tx) =>
  tx
    .select({ seller: requests.accountId, request: requests.id })
    .from(requests)
    .where(and(isNull(requests.outcome), lte(requests.dueAt, sql`now()`)))
    .limit(500)

/** Records that nobody answered the request in time. The sale stands. */
export async function expireRequest(tx: Tx, seller: string, id: string): Promise<void> {
  const [request] = await tx
    .select()
    .from(requests)
    .where(byKey(requests, seller, id))
  if (!request) return
  await lockDealings(tx, seller, request.buyerId)
  const [settled] = await tx
    .update(requests)
    .set({ outcome: 'expired', settledAt: sql`now()` })
    .where(and(byKey(requests, seller, id), isNull(requests.outcome), lte(requests.dueAt, sql`now()`)))
    .returning()
  if (!settled) return
  const order = { accountId: seller, buyerId: request.buyerId, id: request.orderId }
  await addOrderStep(tx, order, 'cancellation_expired', { side: 'clock' })
  await publishToBothSides(tx, order)
}

/** An order's cancellation request, if there is one. */
export async function cancellationRequestOf(db: Tx, { accountId, id }: Pick<Order, 'accountId' | 'id'>) {
  const [found] = await db
    .select()
    .from(requests)
    .where(and(eq(requests.accountId, accountId), eq(requests.orderId, id)))
  return found
}

/**
 * Finds a request that can still be answered.
 * @throws Refusal not_found, or cancellation_settled: the request is answered, or its time is over, even if no job has
 * recorded that yet
 */
async function findOpenRequest(db: Tx, { account }: Actor, id: string) {
  const [request] = await db
    .select({ request: requests, late: sql<boolean>`${requests.dueAt} <= clock_timestamp()` })
    .from(requests)
    .where(byKey(requests, account, id))
  if (!request) throw new Refusal('not_found')
  if (request.request.outcome || request.late) throw new Refusal('cancellation_settled')
  return request.request
}

async function recordAnswer(
  db: Tx,
  actor: Actor,
  id: string,
  outcome: 'accepted' | 'declined',
  answer: string,
) {
  const { orderId } = await findOpenRequest(db, actor, id)
  const order = await lockOrder(db, actor, orderId)
  await findOpenRequest(db, actor, id)
  await db
    .update(requests)
    .set({ outcome, answer, settledBy: actor.name, settledAt: sql`now()` })
    .where(byKey(requests, actor.account, id))
  return { order }
}
