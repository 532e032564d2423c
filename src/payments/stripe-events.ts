import type Stripe from 'stripe'
import { databaseTime } from '../platform/database/database-time.ts'

/** What an event at Stripe is about, from the metadata that we attached. */
export type StripeEventSubject =
  | { what: 'charge'; seller: string; order: string }
  | { what: 'refund'; seller: string; refund: string }
  | { what: 'refunds'; seller: string; order: string }
  | { what: 'payout'; seller: string; payout: string }

/** Seconds after which an event is too old to be accepted. */
const tolerance = 300

/**
 * Verifies the signature of an event, which covers its exact bytes, and reads what it is about.
 * @param secrets one for each endpoint of the webhook: for the platform's own events and for connected accounts'
 * @returns undefined for events about anything else
 * @throws if none of the secrets signed it in the last `tolerance` seconds
 */
export async function readStripeEvent(
  body: Buffer,
  signature: string,
  secrets: string[],
): Promise<StripeEventSubject | undefined> {
  const { Stripe } = await import('stripe')
  const signed = secrets.map((secret) => {
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret, tolerance, undefined, databaseTime())
    } catch (error) {
      return error
    }
  })
  const event = signed.find((one): one is Stripe.Event => !(one instanceof Error))
  if (!event) throw signed[0]
  return aboutOf(event)
}

/**
 * Which object the event is about. The object's state is not read from it: events arrive late, twice and in any
 * order, so Stripe's API is asked.
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
