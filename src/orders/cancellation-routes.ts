import { moneyRoute, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import { within } from '../ground/scope.ts'
import * as cancellations from './cancellations.ts'
import { CancellationRequest } from './cancellations.ts'
import * as cancelling from './cancelling.ts'
import { orLater, settleRefund, type Till } from './settling.ts'

const one = '/accounts/:account/cancellations/:cancellation'

export const cancellationRoutes = (till: Till) => [
  route({
    method: 'GET',
    path: '/accounts/:account/cancellations',
    permission: 'orders.fulfill',
    summary: 'Cancellation requests: those to answer, the most urgent first, or those answered',
    input: cancellations.RequestQuery,
    output: Page(CancellationRequest),
    handle: ({ db, actor, input }) => cancellations.list(db, actor, input),
  }),
  route({
    method: 'GET',
    path: one,
    permission: 'orders.fulfill',
    summary: 'A cancellation request',
    output: CancellationRequest,
    handle: ({ db, actor, params }) => cancellations.find(db, actor, params.cancellation as string),
  }),
  moneyRoute({
    path: `${one}/accept`,
    permission: 'cancellations.resolve',
    summary: 'Accept a cancellation request: the order is cancelled and paid back in full',
    input: cancelling.Decision,
    output: CancellationRequest,
    reserve: async ({ db, actor, input, params }) => {
      const id = params.cancellation as string
      return { id, owed: await cancelling.accept(db, actor, id, input) }
    },
    settle: async ({ id, owed }, { actor }) => {
      if (owed) await orLater(settleRefund(till, owed))
      return within(till.database, { as: 'account', ...actor }, (db) => cancellations.find(db, actor, id))
    },
  }),
  route({
    method: 'POST',
    path: `${one}/decline`,
    permission: 'cancellations.resolve',
    summary: 'Decline a cancellation request: the sale stands',
    input: cancelling.Decision,
    output: CancellationRequest,
    handle: async ({ db, actor, input, params }) => {
      await cancelling.decline(db, actor, params.cancellation as string, input)
      return cancellations.find(db, actor, params.cancellation as string)
    },
  }),
  route({
    method: 'POST',
    path: `${one}/suggestion`,
    permission: 'orders.fulfill',
    summary: 'Suggest how to answer a cancellation request',
    input: cancelling.Suggestion,
    output: CancellationRequest,
    handle: async ({ db, actor, input, params }) => {
      await cancelling.suggest(db, actor, params.cancellation as string, input)
      return cancellations.find(db, actor, params.cancellation as string)
    },
  }),
]
