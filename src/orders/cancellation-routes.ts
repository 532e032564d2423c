import { moneyRoute, route } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'
import {
  acceptCancellation,
  CancellationDecision,
  CancellationSuggestion,
  declineCancellation,
  suggestCancellationAnswer,
} from './cancellation/cancellation-requests.ts'
import {
  CancellationRequest,
  CancellationRequestQuery,
  findCancellationRequest,
  listCancellationRequests,
} from './cancellation/list-requests.ts'
import { type PaymentService, retryLater, settleRefund } from './settlement.ts'

const one = '/accounts/:account/cancellations/:cancellation'

export const cancellationRoutes = (paymentService: PaymentService) => [
  route({
    method: 'GET',
    path: '/accounts/:account/cancellations',
    permission: 'orders.fulfill',
    summary: 'Cancellation requests: the open ones, the most urgent first, or the answered ones',
    input: CancellationRequestQuery,
    output: PageOf(CancellationRequest),
    handle: ({ db, actor, input }) => listCancellationRequests(db, actor, input),
  }),
  route({
    method: 'GET',
    path: one,
    permission: 'orders.fulfill',
    summary: 'A cancellation request',
    output: CancellationRequest,
    handle: ({ db, actor, params }) => findCancellationRequest(db, actor, params.cancellation),
  }),
  moneyRoute({
    path: `${one}/accept`,
    permission: 'cancellations.resolve',
    summary: 'Accept a cancellation request: the order is cancelled and refunded completely',
    input: CancellationDecision,
    output: CancellationRequest,
    reserve: async ({ db, actor, input, params }) => {
      const id = params.cancellation
      return { id, owed: await acceptCancellation(db, actor, id, input) }
    },
    settle: async ({ id, owed }, { actor }) => {
      if (owed) await retryLater(settleRefund(paymentService, owed))
      return inScope(paymentService.database, scopeOf(actor), (db) => findCancellationRequest(db, actor, id))
    },
  }),
  route({
    method: 'POST',
    path: `${one}/decline`,
    permission: 'cancellations.resolve',
    summary: 'Decline a cancellation request: the sale stands',
    input: CancellationDecision,
    output: CancellationRequest,
    handle: async ({ db, actor, input, params }) => {
      await declineCancellation(db, actor, params.cancellation, input)
      return findCancellationRequest(db, actor, params.cancellation)
    },
  }),
  route({
    method: 'POST',
    path: `${one}/suggestion`,
    permission: 'orders.fulfill',
    summary: 'Suggest how to answer a cancellation request',
    input: CancellationSuggestion,
    output: CancellationRequest,
    handle: async ({ db, actor, input, params }) => {
      await suggestCancellationAnswer(db, actor, params.cancellation, input)
      return findCancellationRequest(db, actor, params.cancellation)
    },
  }),
]
