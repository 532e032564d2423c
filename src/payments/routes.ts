import { z } from 'zod'
import { route, type Services } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { cardAttemptQuota, cardSetupRoutes } from './card-setup-routes.ts'
import {
  checkTypedCard,
  connectPaymentMethod,
  listPaymentMethods,
  NewPaymentMethod,
  PaymentMethod,
  preferPaymentMethod,
  removePaymentMethod,
} from './payment-methods.ts'
import type { PaymentProvider } from './provider.ts'

const one = '/accounts/:account/payment-methods/:method'

/** Members who may spend choose among the methods; only the Owner connects and removes them. */
export const paymentRoutes = (services: Pick<Services, 'database'>, provider: PaymentProvider) => [
  route({
    method: 'GET',
    path: '/accounts/:account/payment-methods',
    permission: 'money.spend',
    summary:
      'The connected payment methods, the preferred one first; who charges them, and where they are typed in',
    output: PageOf(PaymentMethod).extend({ provider: z.string(), cards: z.enum(['card', 'hosted']) }),
    handle: async ({ db, actor }) => ({
      ...(await listPaymentMethods(db, actor)),
      provider: provider.name,
      cards: provider.cards.by,
    }),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/payment-methods',
    permission: 'payment_methods.manage',
    status: 201,
    limit: cardAttemptQuota,
    summary: 'Connect a card. Its number goes to the payment provider and is not stored',
    input: NewPaymentMethod,
    output: PaymentMethod,
    handle: async ({ db, actor, input }) =>
      connectPaymentMethod(db, actor, provider, await checkTypedCard(provider, input)),
  }),
  ...cardSetupRoutes(services, provider),
  route({
    method: 'POST',
    path: `${one}/prefer`,
    permission: 'payment_methods.manage',
    summary: 'Make a payment method the preferred one',
    output: PaymentMethod,
    handle: ({ db, actor, params }) => preferPaymentMethod(db, actor, params.method),
  }),
  route({
    method: 'DELETE',
    path: one,
    permission: 'payment_methods.manage',
    summary: 'Remove a payment method',
    output: z.object({}),
    handle: ({ db, actor, params }) => removePaymentMethod(db, actor, provider, params.method),
  }),
]
