import type Stripe from 'stripe'
import type { Answer, Provider } from './provider.ts'
import type { Api } from './stripe-api.ts'
import { refused } from './stripe-errors.ts'

/**
 * Refunds of PaymentIntents. Stripe forgets an idempotency key after a day, and a refund can be asked for again after
 * that: so it is looked for before it is made.
 */
export const stripeRefunds = (api: Api): Pick<Provider, 'refund'> => ({
  refund: async ({ key, seller, charge: payment_intent, amount }) => {
    const { refunds } = await api
    try {
      for await (const made of refunds.list({ payment_intent, limit: 100 }))
        if (made.metadata?.refund === key) return answer(made)
      return answer(
        await refunds.create(
          { payment_intent, amount, metadata: { seller, refund: key } },
          { idempotencyKey: key },
        ),
      )
    } catch (error) {
      refused('refund', error)
      return 'failed'
    }
  },
})

/**
 * One that is pending waits for the platform's balance, or for the bank: it is not the buyer's yet, and may still
 * fail. Even one that succeeded can come back, which Stripe tells by a webhook (docs.stripe.com/refunds).
 */
function answer({ status }: Stripe.Refund): Answer {
  if (status === 'succeeded') return status
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}
