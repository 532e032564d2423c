import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { reloadActor, sharedMembershipLock } from '../access/locks.ts'
import { Refusal } from '../errors/refusal.ts'
import { moneyRoute, type Services } from '../http/route.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'
import { logError } from '../platform/log.ts'
import { connectPaymentMethodOnce, PaymentMethod, providerCustomer } from './payment-methods.ts'
import type { HostedCardProvider, PaymentProvider } from './provider.ts'

const permission = 'payment_methods.manage'
const path = '/accounts/:account/payment-methods/setup'

/** How often an account may try to connect a card, whether it is typed here or on the provider's page. */
export const cardAttemptQuota = { name: 'payment method', count: 20, minutes: 60 }

/** @throws Refusal cards_here if cards are typed into this server's own form */
function hostedCards({ cards }: PaymentProvider): HostedCardProvider {
  if (cards.by !== 'hosted') throw new Refusal('cards_here')
  return cards
}

/**
 * Turns an error of the provider into a refusal.
 * @throws Refusal unavailable if the provider did not answer; nothing was changed then
 */
const orUnavailable = <T>(request: Promise<T>): Promise<T> =>
  request.catch((error) => {
    logError('payment methods', error)
    throw new Refusal('unavailable')
  })

/**
 * The routes for connecting a card on the provider's own page. They are money routes, because those ask the provider
 * outside of a transaction: its answer can take longer than a transaction may last.
 */
export const cardSetupRoutes = ({ database }: Pick<Services, 'database'>, provider: PaymentProvider) => {
  /** Stores the card. It reads the actor again before that, since the provider's answer took time. */
  const storeCard = (actor: Actor, card: Awaited<ReturnType<HostedCardProvider['connected']>>) => {
    const { account, person } = actor
    if (!card) throw new Refusal('card_not_connected')
    return inScope(
      database,
      scopeOf(actor),
      async (db) => connectPaymentMethodOnce(db, await reloadActor(db, actor, permission), provider, card),
      [sharedMembershipLock(account, person)],
    )
  }
  return [
    moneyRoute({
      path,
      permission,
      limit: cardAttemptQuota,
      summary:
        'The address of the payment provider’s page for connecting a card, which leads back to the dashboard',
      output: z.object({ url: z.url() }),
      reserve: async ({ db, actor }) => {
        hostedCards(provider)
        return { known: await providerCustomer(db, actor, provider) }
      },
      settle: ({ known }, { actor: { account, accountName: name, language } }) =>
        orUnavailable(hostedCards(provider).setup({ account, name, language, known })),
    }),
    moneyRoute({
      path: `${path}/complete`,
      permission,
      limit: cardAttemptQuota,
      status: 201,
      summary: 'Connect the card that was entered on the payment provider’s page',
      input: z.strictObject({ session: z.string().max(255).regex(/^\w+$/) }),
      output: PaymentMethod,
      reserve: async ({ input }) => {
        hostedCards(provider)
        return input
      },
      settle: async ({ session }, { actor }) =>
        storeCard(actor, await orUnavailable(hostedCards(provider).connected(actor.account, session))),
    }),
  ]
}
