import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { holdDealings } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { line, lines } from '../ground/text.ts'
import { later } from '../notices/waiting.ts'
import { note } from './history.ts'
import { cancelIfEmpty } from './parcels.ts'
import { putBack, tellBoth } from './paying.ts'
import { codeOf } from './placing.ts'
import { done, holdOrder, left, type Owed, payBack } from './refunds.ts'
import { cancellationRequests as requests } from './request-tables.ts'
import { orders } from './tables.ts'

/** Hours after a purchase in which its buyer may ask, and hours in which the seller's side may answer. */
export const askHours = 24
export const answerHours = 48

export const NewRequest = z.strictObject({ reason: lines(500).min(1) })
export const Decision = z.strictObject({ answer: line(300, 0).optional() })
export const Suggestion = z.strictObject({
  suggestion: z.enum(['accept', 'decline']),
  note: line(300, 0).optional(),
})

type Order = typeof orders.$inferSelect

/**
 * The buyer asks. Runs for the buyer's account, and writes on the seller's side.
 * @throws Refusal not_found, asked_before or too_late_to_cancel
 */
export async function ask(db: Tx, actor: Actor, id: string, { reason }: z.output<typeof NewRequest>) {
  const bought = and(eq(orders.buyerId, actor.account), eq(orders.id, id))
  const [found] = await db.select({ seller: orders.accountId }).from(orders).where(bought)
  if (!found) throw new Refusal('not_found')
  await holdDealings(db, found.seller, actor.account)
  const [order] = (await db.select().from(orders).where(bought)) as [Order]
  if (await requestOf(db, order)) throw new Refusal('asked_before')
  const inTime = await db
    .select({ id: orders.id })
    .from(orders)
    .where(
      and(
        bought,
        eq(orders.status, 'pending_fulfillment'),
        gt(orders.paidAt, sql`now() - ${`${askHours} hours`}::interval`),
      ),
    )
  if (inTime.length === 0) throw new Refusal('too_late_to_cancel')
  await onTheSideOf(db, found.seller, { as: 'account', ...actor }, async () => {
    await db.insert(requests).values({
      accountId: order.accountId,
      buyerId: order.buyerId,
      id: newId('cancellation'),
      orderId: id,
      reason,
      personName: actor.name,
      dueAt: sql`now() + ${`${answerHours} hours`}::interval`,
    })
    await note(db, order, 'cancellation_asked', { side: 'buyer', name: actor.name }, { reason })
    await later(db, { account: order.accountId, kind: 'cancellations', subject: id })
  })
  const subject = { id, name: codeOf(id) }
  await record(db, actor, { act: 'spending.cancellation_asked', subject, details: { reason } })
  await tellBoth(db, order)
}

/**
 * The seller's side accepts: the order is cancelled, its stock comes back, and what was paid goes back.
 * @throws Refusal not_found or cancellation_settled
 */
export async function accept(
  db: Tx,
  actor: Actor,
  id: string,
  { answer = '' }: z.output<typeof Decision>,
): Promise<Owed | undefined> {
  const { order } = await settle(db, actor, id, 'accepted', answer)
  const [cancelled] = await db
    .update(orders)
    .set({ status: 'cancelled', closedAt: sql`now()`, shipmentId: null })
    .where(and(eq(orders.accountId, order.accountId), eq(orders.id, order.id)))
    .returning()
  await putBack(db, order)
  if (order.shipmentId) await cancelIfEmpty(db, order.accountId, order.shipmentId)
  await note(db, order, 'cancellation_accepted', { side: 'seller', name: actor.name }, { answer })
  await done(db, actor, order, 'orders.cancellation_accepted')
  const amount = await left(db, order)
  return amount > 0 ? payBack(db, actor, cancelled as Order, { id: newId('refund'), amount }) : undefined
}

/** The sale stands. */
export async function decline(db: Tx, actor: Actor, id: string, { answer = '' }: z.output<typeof Decision>) {
  const { order } = await settle(db, actor, id, 'declined', answer)
  await note(db, order, 'cancellation_declined', { side: 'seller', name: actor.name }, { answer })
  await done(db, actor, order, 'orders.cancellation_declined')
}

/** Somebody who may not decide says what they would answer. */
export async function suggest(db: Tx, actor: Actor, id: string, given: z.output<typeof Suggestion>) {
  const request = await open(db, actor, id)
  const order = await holdOrder(db, actor, request.orderId)
  await open(db, actor, id)
  const { suggestion, note: why = '' } = given
  await db
    .update(requests)
    .set({ suggestion, suggestionNote: why, suggestedBy: actor.name })
    .where(ofRequest(actor.account, id))
  await note(db, order, 'cancellation_suggested', { side: 'seller', name: actor.name }, { suggestion, why })
  await done(db, actor, order, 'orders.cancellation_suggested', { suggestion })
}

/** Requests that nobody answered in time. Found by the service; each lapses as the system of its account. */
export const overdue = (tx: Tx) =>
  tx
    .select({ seller: requests.accountId, request: requests.id })
    .from(requests)
    .where(and(isNull(requests.outcome), lte(requests.dueAt, sql`now()`)))
    .limit(500)

/** Silence: the sale stands. */
export async function lapse(tx: Tx, seller: string, id: string): Promise<void> {
  const [request] = await tx.select().from(requests).where(ofRequest(seller, id))
  if (!request) return
  await holdDealings(tx, seller, request.buyerId)
  const [settled] = await tx
    .update(requests)
    .set({ outcome: 'lapsed', settledAt: sql`now()` })
    .where(and(ofRequest(seller, id), isNull(requests.outcome), lte(requests.dueAt, sql`now()`)))
    .returning()
  if (!settled) return
  const order = { accountId: seller, buyerId: request.buyerId, id: request.orderId }
  await note(tx, order, 'cancellation_lapsed', { side: 'clock' })
  await tellBoth(tx, order)
}

/** An order's request, if its buyer made one. */
export async function requestOf(db: Tx, { accountId, id }: Pick<Order, 'accountId' | 'id'>) {
  const [found] = await db
    .select()
    .from(requests)
    .where(and(eq(requests.accountId, accountId), eq(requests.orderId, id)))
  return found
}

/** @throws Refusal not_found, or cancellation_settled: answered, or its time is over, whether or not a job has said so */
async function open(db: Tx, { account }: Actor, id: string) {
  const [request] = await db
    .select({ request: requests, late: sql<boolean>`${requests.dueAt} <= clock_timestamp()` })
    .from(requests)
    .where(ofRequest(account, id))
  if (!request) throw new Refusal('not_found')
  if (request.request.outcome || request.late) throw new Refusal('cancellation_settled')
  return request.request
}

async function settle(db: Tx, actor: Actor, id: string, outcome: 'accepted' | 'declined', answer: string) {
  const { orderId } = await open(db, actor, id)
  const order = await holdOrder(db, actor, orderId)
  await open(db, actor, id)
  await db
    .update(requests)
    .set({ outcome, answer, settledBy: actor.name, settledAt: sql`now()` })
    .where(ofRequest(actor.account, id))
  return { order }
}

const ofRequest = (account: string, id: string) => and(eq(requests.accountId, account), eq(requests.id, id))
