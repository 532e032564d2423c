import type { StripeConfig } from '../platform/config.ts'
import type { PaymentProvider } from './provider.ts'
import { openStripe } from './stripe-api.ts'
import { stripeCards } from './stripe-cards.ts'
import { stripeCharges } from './stripe-charges.ts'
import { stripePayouts } from './stripe-payouts.ts'
import { stripeRefunds } from './stripe-refunds.ts'

/**
 * Payments by Stripe. The buyer's card is charged for the platform, the money stays in the platform's balance, and a
 * seller's share is sent to the seller's bank through a connected account.
 */
export function makeStripe(config: StripeConfig): PaymentProvider {
  const api = openStripe(config)
  // This only avoids an unhandled rejection: each caller that awaits `api` gets the error.
  api.catch(() => undefined)
  return {
    name: 'stripe',
    cards: stripeCards(api, config.home),
    ...stripeCharges(api, config.home),
    ...stripeRefunds(api),
    ...stripePayouts(api),
  }
}
