import { z } from 'zod'
import { type House, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import * as methods from './methods.ts'
import { Method } from './methods.ts'
import type { Provider } from './provider.ts'
import { attempts, setupRoutes } from './setup-routes.ts'

const one = '/accounts/:account/payment-methods/:method'

/** Those who may spend choose among the methods; the Owner alone connects and removes them. */
export const paymentRoutes = (house: Pick<House, 'database'>, provider: Provider) => [
  route({
    method: 'GET',
    path: '/accounts/:account/payment-methods',
    permission: 'money.spend',
    summary:
      'The connected payment methods, the preferred one first; who charges them, and where they are typed in',
    output: Page(Method).extend({ provider: z.string(), cards: z.enum(['card', 'hosted']) }),
    handle: async ({ db, actor }) => ({
      ...(await methods.list(db, actor)),
      provider: provider.name,
      cards: provider.cards.by,
    }),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/payment-methods',
    permission: 'payment_methods.manage',
    status: 201,
    limit: attempts,
    summary: 'Connect a card. Its number goes to the payment provider and is not stored',
    input: methods.NewMethod,
    output: Method,
    handle: async ({ db, actor, input }) =>
      methods.connect(db, actor, provider, await methods.ask(provider, input)),
  }),
  ...setupRoutes(house, provider),
  route({
    method: 'POST',
    path: `${one}/prefer`,
    permission: 'payment_methods.manage',
    summary: 'Offer a payment method first',
    output: Method,
    handle: ({ db, actor, params }) => methods.prefer(db, actor, params.method as string),
  }),
  route({
    method: 'DELETE',
    path: one,
    permission: 'payment_methods.manage',
    summary: 'Remove a payment method',
    output: z.object({}),
    handle: ({ db, actor, params }) => methods.remove(db, actor, provider, params.method as string),
  }),
]
