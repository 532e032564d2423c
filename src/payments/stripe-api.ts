import type Stripe from 'stripe'
import type { StripeConfig } from '../platform/config.ts'

/** The client of Stripe's SDK, once it is loaded. */
export type StripeClient = Promise<Stripe>

/** Loads the SDK only when it is used, since loading takes time. */
export async function openStripe({ key, apiUrl }: StripeConfig): StripeClient {
  const { Stripe } = await import('stripe')
  const { protocol, hostname, port } = new URL(apiUrl)
  return new Stripe(key, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    port: port || (protocol === 'http:' ? 80 : 443),
    // A scheduled job repeats a request that failed, so that a buyer does not have to wait for many retries.
    timeout: 15_000,
    maxNetworkRetries: 1,
    telemetry: false,
    appInfo: { name: 'Stagedoor' },
  })
}
