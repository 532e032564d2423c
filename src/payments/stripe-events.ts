import type Stripe from 'stripe'

/** What something that happened at Stripe is about, by what we wrote on it. */
export type About =
  | { what: 'charge'; seller: string; order: string }
  | { what: 'refund'; seller: string; refund: string }
  | { what: 'refunds'; seller: string; order: string }
  | { what: 'payout'; seller: string; payout: string }

/** Seconds after which a message is too old to be taken. */
const tolerance = 300

/**
 * Reads what Stripe sent, by its signature of the very bytes.
 * @param secrets one for each endpoint of the webhook: of the platform's own events and of connected accounts'
 * @returns undefined for what is not about anything of ours
 * @throws if none of the secrets has signed it in the last minutes
 */
export async function readEvent(
  body: Buffer,
  signature: string,
  secrets: string[],
): Promise<About | undefined> {
  const { Stripe } = await import('stripe')
  const signed = secrets.map((secret) => {
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret, tolerance)
    } catch (error) {
      return error
    }
  })
  const event = signed.find((one): one is Stripe.Event => !(one instanceof Error))
  if (!event) throw signed[0]
  return aboutOf(event)
}

/** How it stands is not read from the message: Stripe is asked. Messages come late, twice, and in any order. */
function aboutOf({ type, data }: Stripe.Event): About | undefined {
  const { metadata } = data.object as { metadata?: Record<string, string> | null }
  const { seller, order, refund, payout } = metadata ?? {}
  if (!seller) return undefined
  if (type.startsWith('payment_intent.')) return order ? { what: 'charge', seller, order } : undefined
  if (type === 'charge.refunded') return order ? { what: 'refunds', seller, order } : undefined
  if (type.startsWith('refund.')) return refund ? { what: 'refund', seller, refund } : undefined
  if (type.startsWith('payout.')) return payout ? { what: 'payout', seller, payout } : undefined
  return undefined
}
