import type { StripeConfig } from '../ground/config.ts'
import type { Provider } from './provider.ts'
import { openApi } from './stripe-api.ts'
import { stripeCards } from './stripe-cards.ts'
import { stripeCharges } from './stripe-charges.ts'
import { stripePayouts } from './stripe-payouts.ts'
import { stripeRefunds } from './stripe-refunds.ts'

/**
 * Stripe takes the money: it charges the buyer's card for the platform, keeps the money with the platform's, and
 * sends a seller's share to their bank through a connected account.
 */
export function stripe(config: StripeConfig): Provider {
  const api = openApi(config)
  // Whoever needs it is told that it could not be loaded.
  api.catch(() => undefined)
  return {
    name: 'stripe',
    cards: stripeCards(api, config.home),
    ...stripeCharges(api, config.home),
    ...stripeRefunds(api),
    ...stripePayouts(api),
  }
}
