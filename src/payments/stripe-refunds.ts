import type Stripe from 'stripe'
import type { PaymentProvider, TransferOutcome } from './provider.ts'
import type { StripeClient } from './stripe-api.ts'
import { logStripeRefusal } from './stripe-errors.ts'

/**
 * Refunds of PaymentIntents. Before a refund is made, this looks whether it was already made: Stripe forgets an
 * idempotency key after a day, and a refund can be requested again after that.
 */
export const stripeRefunds = (api: StripeClient): Pick<PaymentProvider, 'refund'> => ({
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
      logStripeRefusal('refund', error)
      return 'failed'
    }
  },
})

/**
 * A pending refund waits for the platform's balance or for the bank: the buyer does not have the money yet, and the
 * refund may still fail. Even a refund that succeeded can come back, which Stripe reports by a webhook
 * (docs.stripe.com/refunds).
 */
function answer({ status }: Stripe.Refund): TransferOutcome {
  if (status === 'succeeded') return status
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}
