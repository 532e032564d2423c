import type Stripe from 'stripe'
import { databaseTime } from '../platform/database/database-time.ts'

/** What an event at Stripe is about, from the metadata that we attached. */
export type StripeEventSubject =
  | { what: 'charge'; seller: string; order: string }
  | { what: 'refund'; seller: string; refund: string }
  | { what: 'refunds'; seller: string; order: string }
  | { what: 'payout'; seller: string; payout: string }

/** After how many seconds an event is too old to be accepted. */
const maxEventAgeSeconds = 300

/**
 * Verifies the signature of an event, which covers its exact bytes, and reads what the event is about.
 * @param secrets one for each endpoint of the webhook: the platform's own events, and the events of connected accounts
 * @returns undefined for events about anything else
 * @throws if none of the secrets signed the event within the last `maxEventAgeSeconds`
 */
export async function readStripeEvent(
  body: Buffer,
  signature: string,
  secrets: string[],
): Promise<StripeEventSubject | undefined> {
  const { Stripe } = await import('stripe')
  const signed = secrets.map((secret) => {
    try {
      return Stripe.webhooks.constructEvent(
        body,
        signature,
        secret,
        maxEventAgeSeconds,
        undefined,
        databaseTime(),
      )
    } catch (error) {
      return error
    }
  })
  const event = signed.find((one): one is Stripe.Event => !(one instanceof Error))
  if (!event) throw signed[0]
  return aboutOf(event)
}

/**
 * Finds out which object the event is about. The object's state is not taken from the event, since events can arrive
 * late, twice and in any order; Stripe's API is asked instead.
 */
function aboutOf({ type, data }: Stripe.Event): StripeEventSubject | undefined {
  const { metadata } = data.object as { metadata?: Record<string, string> | null }
  const { seller, order, refund, payout } = metadata ?? {}
  if (!seller) return undefined
  if (type.startsWith('payment_intent.')) return order ? { what: 'charge', seller, order } : undefined
  if (type === 'charge.refunded') return order ? { what: 'refunds', seller, order } : undefined
  if (type.startsWith('refund.')) return refund ? { what: 'refund', seller, refund } : undefined
  if (type.startsWith('payout.')) return payout ? { what: 'payout', seller, payout } : undefined
  return undefined
}
