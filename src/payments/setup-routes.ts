import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { membershipShared, present } from '../door/locks.ts'
import { type House, moneyRoute } from '../door/route.ts'
import { report } from '../ground/report.ts'
import { within } from '../ground/scope.ts'
import * as methods from './methods.ts'
import type { HostedCards, Provider } from './provider.ts'

const permission = 'payment_methods.manage'
const path = '/accounts/:account/payment-methods/setup'

/** How often somebody may try to connect a card, in whichever way. */
export const attempts = { name: 'payment method', count: 20, minutes: 60 }

/** @throws Refusal cards_here */
function hosted({ cards }: Provider): HostedCards {
  if (cards.by !== 'hosted') throw new Refusal('cards_here')
  return cards
}

/** @throws Refusal unavailable: the provider is away, and nothing was changed */
const asked = <T>(question: Promise<T>): Promise<T> =>
  question.catch((error) => {
    report('payment methods', error)
    throw new Refusal('unavailable')
  })

/**
 * Connecting a card on the provider's own page. Both routes are of the kind that asks the provider after their
 * transaction, since what is asked can take longer than one may.
 */
export const setupRoutes = ({ database }: Pick<House, 'database'>, provider: Provider) => {
  /** Once more through the gate, since the question took its time. */
  const connected = (actor: Actor, card: Awaited<ReturnType<HostedCards['connected']>>) => {
    const { account, person } = actor
    if (!card) throw new Refusal('card_not_connected')
    return within(
      database,
      { as: 'account', account, person },
      async (db) => methods.connectOnce(db, await present(db, actor, permission), provider, card),
      [membershipShared(account, person)],
    )
  }
  return [
    moneyRoute({
      path,
      permission,
      limit: attempts,
      summary: 'Where to connect a card: a page of the payment provider’s, which leads back to the dashboard',
      output: z.object({ url: z.url() }),
      reserve: async ({ db, actor }) => {
        hosted(provider)
        return { known: await methods.known(db, actor, provider) }
      },
      settle: ({ known }, { actor: { account, accountName: name, language } }) =>
        asked(hosted(provider).setup({ account, name, language, known })),
    }),
    moneyRoute({
      path: `${path}/complete`,
      permission,
      limit: attempts,
      status: 201,
      summary: 'Connect the card that was entered on the payment provider’s page',
      input: z.strictObject({ session: z.string().max(255).regex(/^\w+$/) }),
      output: methods.Method,
      reserve: async ({ input }) => {
        hosted(provider)
        return input
      },
      settle: async ({ session }, { actor }) =>
        connected(actor, await asked(hosted(provider).connected(actor.account, session))),
    }),
  ]
}
