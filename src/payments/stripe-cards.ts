import type { HostedCardProvider } from './provider.ts'
import type { StripeClient } from './stripe-api.ts'
import { splitStripeMethod } from './stripe-charges.ts'
import { isStripeError } from './stripe-errors.ts'

/**
 * Cards are connected on Stripe's Checkout page, in its `setup` mode: the page makes a SetupIntent, lets the bank
 * confirm the card if necessary, and attaches the card to the account's customer.
 * @param home the origin of the dashboard, to which people return
 */
export const stripeCards = (api: StripeClient, home: string): HostedCardProvider => ({
  by: 'hosted',
  setup: async ({ account, name, language, known }) => {
    const { customers, checkout } = await api
    // If an account has never connected a card, it may get a second customer after a day, when the key has expired.
    // The first customer then stays empty.
    const customer = known
      ? splitStripeMethod(known)[0]
      : (await customers.create({ name, metadata: { account } }, { idempotencyKey: `customer ${account}` }))
          .id
    const back = `${home}/dashboard/${account}/settings/payment-methods`
    const { url } = await checkout.sessions.create({
      mode: 'setup',
      customer,
      client_reference_id: account,
      allowed_payment_method_types: ['card'],
      locale: language,
      success_url: `${back}?session={CHECKOUT_SESSION_ID}`,
      cancel_url: back,
    })
    if (!url) throw new Error('Stripe gave no address for its page.')
    return { url }
  },

  connected: async (account, session) => {
    const { checkout } = await api
    const found = await checkout.sessions
      .retrieve(session, { expand: ['setup_intent.payment_method'] })
      .catch((error) => {
        if (!isStripeError(error, 'StripeInvalidRequestError')) throw error
      })
    const ours = found?.mode === 'setup' && found.status === 'complete'
    const intent = ours && found.client_reference_id === account ? found.setup_intent : null
    if (!intent || typeof intent === 'string' || intent.status !== 'succeeded') return undefined
    const { customer, payment_method: method } = intent
    if (typeof customer !== 'string' || !method || typeof method === 'string' || !method.card)
      return undefined
    const { brand, last4, exp_month: expMonth, exp_year: expYear } = method.card
    return { ref: `${customer}/${method.id}`, brand, last4, expMonth, expYear }
  },

  forget: async (ref) => {
    const { paymentMethods } = await api
    await paymentMethods.detach(splitStripeMethod(ref)[1]).catch((error) => {
      // The method was detached already.
      if (!isStripeError(error, 'StripeInvalidRequestError')) throw error
    })
  },
})
