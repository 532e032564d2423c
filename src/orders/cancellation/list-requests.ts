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
import { cancellationRequestStates } from '../vocabulary.ts'

export const CancellationRequestQuery = z.strictObject({
  state: z.enum(cancellationRequestStates).optional(),
  after: cursorParam,
})

/** A cancellation request as the seller's side sees it. */
export const CancellationRequest = z
  .object({
    id: z.string(),
    order: z.string(),
    code: z.string(),
    buyerName: z.string().nullable(),
    total: z.int(),
    currency: z.string(),
    reason: z.string(),
    createdAt: z.date(),
    dueAt: z.date().describe('Until when it can be answered. After that, the sale stands.'),
    suggestion: z
      .object({ answer: z.enum(['accept', 'decline']), note: z.string(), by: z.string() })
      .nullable(),
    outcome: z.enum(['accepted', 'declined', 'expired']).nullable(),
    answer: z.string(),
    settledBy: z.string().nullable(),
    settledAt: z.date().nullable(),
  })
  .meta({ id: 'CancellationRequest' })

/**
 * Lists the open requests, the most urgent first, or the answered ones, the latest first. Ids are in the order of
 * time, and therefore of the deadlines.
 */
export async function listCancellationRequests(
  db: Tx,
  { account }: Actor,
  { state = 'open', after }: z.output<typeof CancellationRequestQuery>,
) {
  const isOpen = state === 'open'
  const { items, next } = await pageByIdOf(
    shown(db),
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
  return { items: items.map(view), next }
}

/** @throws Refusal not_found */
export async function findCancellationRequest(db: Tx, { account }: Pick<Actor, 'account'>, id: string) {
  const [found] = await shown(db).where(byKey(requests, account, id))
  if (!found) throw new Refusal('not_found')
  return view(found)
}

const shown = (db: Tx) =>
  db
    .select({
      request: requests,
      buyerName: orders.buyerName,
      total: orders.total,
      currency: orders.currency,
    })
    .from(requests)
    .innerJoin(orders, byKey(orders, requests.accountId, requests.orderId))

type Shown = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]

const view = ({ request, ...order }: Shown): z.input<typeof CancellationRequest> => ({
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
