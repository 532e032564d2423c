import type Stripe from 'stripe'
import type { StripeConfig } from '../ground/config.ts'

/** Stripe's SDK, once it is loaded. */
export type Api = Promise<Stripe>

/** The SDK takes its time to load: only where it is used. */
export async function openApi({ key, apiUrl }: StripeConfig): Api {
  const { Stripe } = await import('stripe')
  const { protocol, hostname, port } = new URL(apiUrl)
  return new Stripe(key, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    port: port || (protocol === 'http:' ? 80 : 443),
    // What does not come through is asked again by the clock: a buyer does not wait for it.
    timeout: 15_000,
    maxNetworkRetries: 1,
    telemetry: false,
    appInfo: { name: 'Stagedoor' },
  })
}
