import { invalidStripeParameter } from './stripe-http.ts'

/** How a card behaves, by its number at docs.stripe.com/testing. */
type Behaviour =
  | 'ok'
  | 'declined'
  | 'authenticates'
  | 'authenticates_poor'
  | 'refund_fails'
  | 'refund_pending'
export const stripeCardBehaviours: Record<string, { brand: string; behaves: Behaviour }> = {
  '4242424242424242': { brand: 'visa', behaves: 'ok' },
  '5555555555554444': { brand: 'mastercard', behaves: 'ok' },
  '4000000000000341': { brand: 'visa', behaves: 'declined' },
  '4000002500003155': { brand: 'visa', behaves: 'authenticates' },
  '4000008260003178': { brand: 'visa', behaves: 'authenticates_poor' },
  '4000000000005126': { brand: 'visa', behaves: 'refund_fails' },
  '4000000000007726': { brand: 'visa', behaves: 'refund_pending' },
}

type Thing<O extends string> = { id: string; object: O; created: number }
type Metadata = Record<string, string>

export type StripeCustomer = Thing<'customer'> & { name: string | undefined; metadata: Metadata }
export type StripePaymentMethod = Thing<'payment_method'> & {
  type: 'card'
  customer: string | null
  card: { brand: string; last4: string; exp_month: number; exp_year: number }
}
export type StripeCheckoutSession = Thing<'checkout.session'> & {
  mode: string
  status: 'open' | 'complete'
  customer: string
  client_reference_id: string | null
  setup_intent: string
  success_url: string
  url: string | null
}
export type StripeSetupIntent = Thing<'setup_intent'> & {
  status: 'requires_payment_method' | 'succeeded'
  customer: string
  payment_method: string | null
}
export type StripeCardError = { type: string; code: string; decline_code?: string; message: string }
export type StripePaymentIntent = Thing<'payment_intent'> & {
  amount: number
  currency: string
  customer: string
  payment_method: string | null
  description: string | undefined
  metadata: Metadata
  status: 'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'succeeded' | 'canceled'
  next_action: { type: 'redirect_to_url'; redirect_to_url: { url: string; return_url: string } } | null
  last_payment_error: StripeCardError | null
  latest_charge: string | null
}
export type StripeRefund = Thing<'refund'> & {
  amount: number
  payment_intent: string
  metadata: Metadata
  status: 'pending' | 'succeeded' | 'failed'
}
export type StripeBankAccount = Thing<'bank_account'> & {
  country: string
  currency: string
  account_holder_name: string | undefined
  routing_number: string | undefined
  last4: string
  metadata: Metadata
}
export type StripeAccount = Thing<'account'> & {
  country: string
  capabilities: { transfers: 'active' | 'inactive' }
  metadata: Metadata
}
export type StripeTransfer = Thing<'transfer'> & {
  amount: number
  currency: string
  destination: string
  transfer_group: string | undefined
  metadata: Metadata
  reversed: boolean
}
export type StripePayout = Thing<'payout'> & {
  amount: number
  currency: string
  destination: string
  metadata: Metadata
  status: 'pending' | 'paid' | 'failed'
}
export type StripeEvent = Thing<'event'> & { type: string; account?: string; data: { object: object } }

let count = 0
/** A new object of Stripe, with an id that begins with its kind. */
export const newStripeObject = <O extends string>(prefix: string, object: O): Thing<O> => ({
  id: `${prefix}_${String(++count).padStart(6, '0')}`,
  object,
  created: Math.floor(Date.now() / 1000),
})

/** Everything that the double stores. */
export function openStripeStore() {
  const events: StripeEvent[] = []
  return {
    customers: new Map<string, StripeCustomer>(),
    methods: new Map<string, StripePaymentMethod>(),
    /** How each method's card behaves. Card numbers are not stored. */
    behaviours: new Map<string, Behaviour>(),
    sessions: new Map<string, StripeCheckoutSession>(),
    setups: new Map<string, StripeSetupIntent>(),
    intents: new Map<string, StripePaymentIntent>(),
    refunds: new Map<string, StripeRefund>(),
    accounts: new Map<string, StripeAccount>(),
    banks: new Map<string, StripeBankAccount & { account: string }>(),
    /** The number that was typed for each bank account. */
    numbers: new Map<string, string>(),
    transfers: new Map<string, StripeTransfer>(),
    payouts: new Map<string, StripePayout & { account: string }>(),
    /** The available balance of the platform and of each connected account. */
    balances: new Map<string, number>(),
    /** Whether new connected accounts are verified. */
    proven: true,
    events,
    /** Adds an event with a snapshot of its object. */
    emit: (type: string, object: object, account?: string) =>
      void events.push({
        ...newStripeObject('evt', 'event'),
        type,
        ...(account && { account }),
        data: { object: structuredClone(object) },
      }),
  }
}
export type StripeStore = ReturnType<typeof openStripeStore>

/** @throws resource_missing if it does not exist */
export function findStripeObject<T>(all: Map<string, T>, id: string, param = 'id'): T {
  const found = all.get(id)
  if (!found) throw invalidStripeParameter('resource_missing', param, param === 'id' ? 404 : 400)
  return found
}

export const putStripeObject = <T extends { id: string }>(all: Map<string, T>, it: T): T => {
  all.set(it.id, it)
  return it
}
