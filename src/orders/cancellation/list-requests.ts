import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { cursorParam, pageByIdOf } from '../../platform/database/keyset-page.ts'
import { orderCode } from '../sale/order-code.ts'
import { cancellationRequests as requests } from '../sale/request-tables.ts'
import { orders } from '../sale/tables.ts'
import { cancellationRequestStatuses } from '../vocabulary.ts'

export const CancellationRequestQuery = z.strictObject({
  status: z.enum(cancellationRequestStatuses).optional(),
  after: cursorParam,
})

/** A cancellation request as the seller's side sees it. */
export const CancellationRequest = z
  .object({
    id: z.string(),
    order: z.string().describe("The order's id."),
    code: z.string().describe("The order's code, as people see it."),
    buyerName: z.string().nullable().describe("The name of the buyer's account; null once it is deleted."),
    total: z.int().describe('What the order cost, in minor units of `currency`.'),
    currency: z.string(),
    reason: z.string().describe("The buyer's reason, in their own words."),
    createdAt: z.date(),
    dueAt: z.date().describe('Until when the request can be answered. After that, the sale stands.'),
    suggestion: z
      .object({ answer: z.enum(['accept', 'decline']), note: z.string(), by: z.string() })
      .nullable()
      .describe('The answer that a member without the right to decide has suggested; null if nobody has.'),
    outcome: z
      .enum(['accepted', 'declined', 'expired'])
      .nullable()
      .describe('`expired`: nobody answered in time, so the sale stands. Null while the request is open.'),
    answer: z.string().describe('The sentence for the buyer; empty if there is none.'),
    settledBy: z.string().nullable().describe('The name of the member who answered; null if nobody did.'),
    settledAt: z
      .date()
      .nullable()
      .describe('When the request was answered or expired; null while it is open.'),
  })
  .meta({ id: 'CancellationRequest' })

/**
 * Lists the open requests, the most urgent first, or the answered ones, the latest first. Ids sort by time and
 * therefore by deadline.
 */
export async function listCancellationRequests(
  db: Tx,
  { account }: Actor,
  { status = 'open', after }: z.output<typeof CancellationRequestQuery>,
) {
  const isOpen = status === 'open'
  const { items, next } = await pageByIdOf(
    selectRequests(db),
    requests.id,
    {
      where: and(
        eq(requests.accountId, account),
        isOpen ? isNull(requests.outcome) : isNotNull(requests.outcome),
      ),
      after,
      order: isOpen ? 'earliest first' : 'latest first',
    },
    ({ request }) => request.id,
  )
  return { items: items.map(toRequestView), next }
}

/** @throws Refusal not_found */
export async function findCancellationRequest(db: Tx, { account }: Pick<Actor, 'account'>, id: string) {
  const [found] = await selectRequests(db).where(byKey(requests, account, id))
  if (!found) throw new Refusal('not_found')
  return toRequestView(found)
}

const selectRequests = (db: Tx) =>
  db
    .select({
      request: requests,
      buyerName: orders.buyerName,
      total: orders.total,
      currency: orders.currency,
    })
    .from(requests)
    .innerJoin(orders, byKey(orders, requests.accountId, requests.orderId))

type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>['execute']>>[number]

const toRequestView = ({ request, ...order }: RequestRow): z.input<typeof CancellationRequest> => ({
  id: request.id,
  order: request.orderId,
  code: orderCode(request.orderId),
  buyerName: order.buyerName,
  total: order.total,
  currency: order.currency,
  reason: request.reason,
  createdAt: request.createdAt,
  dueAt: request.dueAt,
  suggestion: request.suggestion && {
    answer: request.suggestion,
    note: request.suggestionNote,
    by: request.suggestedBy ?? '',
  },
  outcome: request.outcome,
  answer: request.answer,
  settledBy: request.settledBy,
  settledAt: request.settledAt,
})
