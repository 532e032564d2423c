import type Stripe from 'stripe'
import type { ChargeOutcome, PaymentProvider, ProviderCharge } from './provider.ts'
import type { StripeClient } from './stripe-api.ts'
import { isStripeError, logStripeRefusal, toDeclineReason } from './stripe-errors.ts'

/** Splits our reference to a payment method, `cus_…/pm_…`: to charge a method, Stripe needs its customer. */
export const splitStripeMethod = (ref: string): [customer: string, method: string] => {
  const [customer = '', method = ''] = ref.split('/')
  return [customer, method]
}

/** Whether the method is a card of the sandbox, connected before Stripe was configured. */
const isForeign = ({ method }: Pick<ProviderCharge, 'method'>) => !method.startsWith('cus_')

/**
 * Charges are PaymentIntents that are confirmed when they are made, with our key as the idempotency key.
 * @param home the origin of the dashboard, to which people return
 */
export function stripeCharges(
  api: StripeClient,
  home: string,
): Pick<PaymentProvider, 'charge' | 'find' | 'cancel'> {
  const charge = async (charge: ProviderCharge): Promise<ChargeOutcome> => {
    const { paymentIntents } = await api
    if (isForeign(charge)) return { status: 'declined', reason: 'card_declined' }
    try {
      const made = await paymentIntents.create(
        {
          ...intentParams(charge),
          payment_method: splitStripeMethod(charge.method)[1],
          confirm: true,
          return_url: `${home}/dashboard/${charge.buyer}/spending/purchases/${charge.key}`,
        },
        { idempotencyKey: charge.key },
      )
      // A repeated request gets the answer to the first one, so the state in this answer may be outdated.
      return outcome(made.status === 'succeeded' ? made : await paymentIntents.retrieve(made.id))
    } catch (error) {
      if (isStripeError(error, 'StripeCardError'))
        return { status: 'declined', reason: toDeclineReason(error) }
      logStripeRefusal('charge', error)
      return { status: 'declined', reason: 'processing_error' }
    }
  }

  /**
   * If Stripe's id for the charge is unknown, this looks among the customer's latest charges. Stripe's search would
   * find the charge by its metadata, but up to an hour late (docs.stripe.com/search#data-freshness); lists contain it
   * at once.
   */
  const findIntent = async ({ key, method, since }: ProviderCharge, ref: string | null) => {
    const { paymentIntents } = await api
    if (isForeign({ method })) return undefined
    if (ref) return paymentIntents.retrieve(ref)
    const [customer] = splitStripeMethod(method)
    // One hour earlier, in case the clocks differ.
    const created = { gte: Math.floor(since.getTime() / 1000) - 3600 }
    for await (const intent of paymentIntents.list({ customer, created, limit: 100 }))
      if (intent.metadata.order === key) return intent
    return undefined
  }

  /**
   * Uses up the key of a charge that never arrived, with a PaymentIntent that nobody confirms. A request that is
   * still on its way is then refused, so it cannot charge anything after the purchase was given up. If that request
   * has arrived first, its charge is returned, or undefined if it made none.
   */
  const claimKey = async (charge: ProviderCharge) => {
    const { paymentIntents } = await api
    try {
      return await paymentIntents.create(intentParams(charge), { idempotencyKey: charge.key })
    } catch (error) {
      if (!isStripeError(error, 'StripeIdempotencyError')) throw error
      return findIntent(charge, null)
    }
  }

  const cancel = async (charge: ProviderCharge, ref: string | null): Promise<ChargeOutcome> => {
    const { paymentIntents } = await api
    const intent = isForeign(charge)
      ? undefined
      : ((await findIntent(charge, ref)) ?? (await claimKey(charge)))
    if (!intent) return { status: 'declined', reason: 'not_confirmed' }
    try {
      return outcome(await paymentIntents.cancel(intent.id))
    } catch (error) {
      // The charge had already succeeded or been cancelled.
      if (!isStripeError(error, 'StripeInvalidRequestError')) throw error
      return outcome(await paymentIntents.retrieve(intent.id))
    }
  }

  return {
    charge,
    find: async (charge, ref) => {
      const intent = await findIntent(charge, ref)
      return intent && outcome(intent)
    },
    cancel,
  }
}

const intentParams = ({ key, seller, buyer, amount, currency, method }: ProviderCharge) =>
  ({
    amount,
    currency: currency.toLowerCase(),
    customer: splitStripeMethod(method)[0],
    allowed_payment_method_types: ['card'],
    description: `Order ${key}`,
    metadata: { seller, buyer, order: key },
  }) satisfies Stripe.PaymentIntentCreateParams

/** @throws while Stripe is still processing the payment */
function outcome(intent: Stripe.PaymentIntent): ChargeOutcome {
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
        reason: last_payment_error ? toDeclineReason(last_payment_error) : 'not_confirmed',
      }
    default:
      throw new Error(`${ref} is not settled yet: ${status}`)
  }
}
