import type { StripeConfig } from '../platform/config.ts'
import type { PaymentProvider } from './provider.ts'
import { openStripe } from './stripe-api.ts'
import { stripeCards } from './stripe-cards.ts'
import { stripeCharges } from './stripe-charges.ts'
import { stripePayouts } from './stripe-payouts.ts'
import { stripeRefunds } from './stripe-refunds.ts'

/**
 * Payments by Stripe. It charges the buyer's card for the platform, keeps the money with the platform's, and sends a
 * seller's share to their bank through a connected account.
 */
export function makeStripe(config: StripeConfig): PaymentProvider {
  const api = openStripe(config)
  // Handled here only to avoid an unhandled rejection: each caller that awaits it gets the error.
  api.catch(() => undefined)
  return {
    name: 'stripe',
    cards: stripeCards(api, config.home),
    ...stripeCharges(api, config.home),
    ...stripeRefunds(api),
    ...stripePayouts(api),
  }
}
