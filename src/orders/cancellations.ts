import { and, asc, desc, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { codeOf } from './placing.ts'
import { cancellationRequests as requests } from './request-tables.ts'
import { orders } from './tables.ts'

export const RequestQuery = z.strictObject({ state: z.enum(['open', 'settled']).optional(), after })

/** A request as the seller's side sees it. */
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
    /** Until when it can be answered; then the sale stands. */
    dueAt: z.date(),
    suggestion: z
      .object({ answer: z.enum(['accept', 'decline']), note: z.string(), by: z.string() })
      .nullable(),
    outcome: z.enum(['accepted', 'declined', 'lapsed']).nullable(),
    answer: z.string(),
    settledBy: z.string().nullable(),
    settledAt: z.date().nullable(),
  })
  .meta({ id: 'CancellationRequest' })

/** Those to answer, the most urgent first; or those answered, the latest first. Ids sort by time, as their ends do. */
export async function list(
  db: Tx,
  { account }: Actor,
  { state = 'open', after }: z.output<typeof RequestQuery>,
) {
  const [last] = readCursor(after, 1) ?? []
  const isOpen = state === 'open'
  const beyond = isOpen ? gt : lt
  const found = await shown(db)
    .where(
      and(
        eq(requests.accountId, account),
        isOpen ? isNull(requests.outcome) : isNotNull(requests.outcome),
        last ? beyond(requests.id, last) : undefined,
      ),
    )
    .orderBy(isOpen ? asc(requests.id) : desc(requests.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ request }) => [request.id])
  return { items: items.map(view), next }
}

/** @throws Refusal not_found */
export async function find(db: Tx, { account }: Pick<Actor, 'account'>, id: string) {
  const [found] = await shown(db).where(and(eq(requests.accountId, account), eq(requests.id, id)))
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
    .innerJoin(orders, and(eq(orders.accountId, requests.accountId), eq(orders.id, requests.orderId)))

type Shown = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]

const view = ({ request, ...order }: Shown): z.input<typeof CancellationRequest> => ({
  ...request,
  ...order,
  order: request.orderId,
  code: codeOf(request.orderId),
  suggestion: request.suggestion && {
    answer: request.suggestion,
    note: request.suggestionNote,
    by: request.suggestedBy ?? '',
  },
})
