import type Stripe from 'stripe'
import type { Charge, Outcome, Provider } from './provider.ts'
import type { Api } from './stripe-api.ts'
import { declineOf, isStripe, refused } from './stripe-errors.ts'

/** What a payment method is called here: `cus_…/pm_…`, since Stripe charges a customer's. */
export const split = (ref: string): [customer: string, method: string] => {
  const [customer = '', method = ''] = ref.split('/')
  return [customer, method]
}

/** From before Stripe was configured: a card of the sandbox's. */
const isForeign = ({ method }: Pick<Charge, 'method'>) => !method.startsWith('cus_')

/**
 * Charges are PaymentIntents, confirmed as they are made, under our key as their idempotency key.
 * @param home origin of the pages that people come back to
 */
export function stripeCharges(api: Api, home: string): Pick<Provider, 'charge' | 'find' | 'cancel'> {
  const charge = async (charge: Charge): Promise<Outcome> => {
    const { paymentIntents } = await api
    if (isForeign(charge)) return { status: 'declined', reason: 'card_declined' }
    try {
      const made = await paymentIntents.create(
        {
          ...wanted(charge),
          payment_method: split(charge.method)[1],
          confirm: true,
          return_url: `${home}/dashboard/${charge.buyer}/spending/purchases/${charge.key}`,
        },
        { idempotencyKey: charge.key },
      )
      // An answer that is repeated under its key says how things stood then.
      return outcome(made.status === 'succeeded' ? made : await paymentIntents.retrieve(made.id))
    } catch (error) {
      if (isStripe(error, 'StripeCardError')) return { status: 'declined', reason: declineOf(error) }
      refused('charge', error)
      return { status: 'declined', reason: 'processing_error' }
    }
  }

  /**
   * Without what Stripe calls it, it is looked for among the customer's latest. Stripe's search would find it by its
   * metadata, but up to an hour late (docs.stripe.com/search#data-freshness); lists know it at once.
   */
  const found = async ({ key, method, since }: Charge, ref: string | null) => {
    const { paymentIntents } = await api
    if (isForeign({ method })) return undefined
    if (ref) return paymentIntents.retrieve(ref)
    const [customer] = split(method)
    // An hour, for clocks that differ.
    const created = { gte: Math.floor(since.getTime() / 1000) - 3600 }
    for await (const intent of paymentIntents.list({ customer, created, limit: 100 }))
      if (intent.metadata.order === key) return intent
    return undefined
  }

  /**
   * Takes the key of a charge that never arrived, by a PaymentIntent that nobody confirms: a request of ours that is
   * still on its way is refused then, and charges nothing after the purchase was given up. If it was first, it is
   * found; undefined if it was and made nothing.
   */
  const claimed = async (charge: Charge) => {
    const { paymentIntents } = await api
    try {
      return await paymentIntents.create(wanted(charge), { idempotencyKey: charge.key })
    } catch (error) {
      if (!isStripe(error, 'StripeIdempotencyError')) throw error
      return found(charge, null)
    }
  }

  const cancel = async (charge: Charge, ref: string | null): Promise<Outcome> => {
    const { paymentIntents } = await api
    const intent = isForeign(charge) ? undefined : ((await found(charge, ref)) ?? (await claimed(charge)))
    if (!intent) return { status: 'declined', reason: 'not_confirmed' }
    try {
      return outcome(await paymentIntents.cancel(intent.id))
    } catch (error) {
      // It was over already, in whichever way.
      if (!isStripe(error, 'StripeInvalidRequestError')) throw error
      return outcome(await paymentIntents.retrieve(intent.id))
    }
  }

  return {
    charge,
    find: async (charge, ref) => {
      const intent = await found(charge, ref)
      return intent && outcome(intent)
    },
    cancel,
  }
}

const wanted = ({ key, seller, buyer, amount, currency, method }: Charge) =>
  ({
    amount,
    currency: currency.toLowerCase(),
    customer: split(method)[0],
    allowed_payment_method_types: ['card'],
    description: `Order ${key}`,
    metadata: { seller, buyer, order: key },
  }) satisfies Stripe.PaymentIntentCreateParams

/** @throws while it is being processed */
function outcome(intent: Stripe.PaymentIntent): Outcome {
  const { id: ref, status, next_action, last_payment_error } = intent
  switch (status) {
    case 'succeeded':
      return { status: 'succeeded', ref }
    case 'requires_action':
      return { status: 'confirm', ref, url: next_action?.redirect_to_url?.url ?? null }
    case 'canceled':
      return { status: 'declined', reason: 'not_confirmed' }
    case 'requires_payment_method':
      return {
        status: 'declined',
        reason: last_payment_error ? declineOf(last_payment_error) : 'not_confirmed',
      }
    default:
      throw new Error(`${ref} is not settled yet: ${status}`)
  }
}
