import { authenticationFailed, completeIntent, failIntent, insufficientFunds } from './payment-operations.ts'
import {
  findStripeObject,
  newStripeObject,
  putStripeObject,
  type StripeStore,
  stripeCardBehaviours,
} from './stripe-store.ts'

/** What people and their banks do on Stripe's pages. */
export const makeStripeVisitors = (store: StripeStore) => ({
  /**
   * Types a card on the Checkout page. @returns the address that this leads back to; undefined if the card was
   * refused
   */
  fill(page: string, number: string): string | undefined {
    const session = findStripeObject(store.sessions, page.split('/').at(-1) ?? '')
    const card = stripeCardBehaviours[number]
    if (!card) return undefined
    const { id } = putStripeObject(store.methods, {
      ...newStripeObject('pm', 'payment_method'),
      type: 'card',
      customer: session.customer,
      card: { brand: card.brand, last4: number.slice(-4), exp_month: 12, exp_year: 2034 },
    })
    store.behaviours.set(id, card.behaves)
    Object.assign(findStripeObject(store.setups, session.setup_intent), {
      status: 'succeeded',
      payment_method: id,
    })
    Object.assign(session, { status: 'complete', url: null })
    return session.success_url.replace('{CHECKOUT_SESSION_ID}', session.id)
  },
  /** Answers on the bank's page. @returns the address that this leads back to */
  answer(page: string, approve: boolean): string {
    const intent = findStripeObject(store.intents, page.split('/').at(-1) ?? '')
    const back = intent.next_action?.redirect_to_url.return_url
    const isPoor = store.behaviours.get(intent.payment_method ?? '') === 'authenticates_poor'
    if (!approve) failIntent(store, intent, authenticationFailed)
    else if (isPoor) failIntent(store, intent, insufficientFunds)
    else completeIntent(store, intent)
    return `${back}?payment_intent=${intent.id}&redirect_status=${approve ? 'succeeded' : 'failed'}`
  },
  /** The buyer's bank accepts a refund, or returns it. */
  concludeRefund(id: string, status: 'succeeded' | 'failed') {
    const made = findStripeObject(store.refunds, id)
    made.status = status
    store.emit(status === 'failed' ? 'refund.failed' : 'refund.updated', made)
  },
})
