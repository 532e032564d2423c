import { unusable } from './wire.ts'

/** How a card behaves; by the numbers of docs.stripe.com/testing. */
type Behaviour =
  | 'ok'
  | 'declined'
  | 'authenticates'
  | 'authenticates_poor'
  | 'refund_fails'
  | 'refund_pending'
export const cards: Record<string, { brand: string; behaves: Behaviour }> = {
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

export type Customer = Thing<'customer'> & { name: string | undefined; metadata: Metadata }
export type Method = Thing<'payment_method'> & {
  type: 'card'
  customer: string | null
  card: { brand: string; last4: string; exp_month: number; exp_year: number }
}
export type Session = Thing<'checkout.session'> & {
  mode: string
  status: 'open' | 'complete'
  customer: string
  client_reference_id: string | null
  setup_intent: string
  success_url: string
  url: string | null
}
export type SetupIntent = Thing<'setup_intent'> & {
  status: 'requires_payment_method' | 'succeeded'
  customer: string
  payment_method: string | null
}
export type CardError = { type: string; code: string; decline_code?: string; message: string }
export type Intent = Thing<'payment_intent'> & {
  amount: number
  currency: string
  customer: string
  payment_method: string | null
  description: string | undefined
  metadata: Metadata
  status: 'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'succeeded' | 'canceled'
  next_action: { type: 'redirect_to_url'; redirect_to_url: { url: string; return_url: string } } | null
  last_payment_error: CardError | null
  latest_charge: string | null
}
export type Refund = Thing<'refund'> & {
  amount: number
  payment_intent: string
  metadata: Metadata
  status: 'pending' | 'succeeded' | 'failed'
}
export type BankAccount = Thing<'bank_account'> & {
  country: string
  currency: string
  account_holder_name: string | undefined
  routing_number: string | undefined
  last4: string
  metadata: Metadata
}
export type Account = Thing<'account'> & {
  country: string
  capabilities: { transfers: 'active' | 'inactive' }
  metadata: Metadata
}
export type Transfer = Thing<'transfer'> & {
  amount: number
  currency: string
  destination: string
  transfer_group: string | undefined
  metadata: Metadata
  reversed: boolean
}
export type Payout = Thing<'payout'> & {
  amount: number
  currency: string
  destination: string
  metadata: Metadata
  status: 'pending' | 'paid' | 'failed'
}
export type StripeEvent = Thing<'event'> & { type: string; account?: string; data: { object: object } }

let count = 0
/** A new thing of Stripe's, with an id that says its kind. */
export const thing = <O extends string>(prefix: string, object: O): Thing<O> => ({
  id: `${prefix}_${String(++count).padStart(6, '0')}`,
  object,
  created: Math.floor(Date.now() / 1000),
})

/** Everything that this Stripe knows. */
export function openStore() {
  const events: StripeEvent[] = []
  return {
    customers: new Map<string, Customer>(),
    methods: new Map<string, Method>(),
    /** How each method's card behaves: its number is kept nowhere. */
    behaviours: new Map<string, Behaviour>(),
    sessions: new Map<string, Session>(),
    setups: new Map<string, SetupIntent>(),
    intents: new Map<string, Intent>(),
    refunds: new Map<string, Refund>(),
    accounts: new Map<string, Account>(),
    banks: new Map<string, BankAccount & { account: string }>(),
    /** What was typed as the number of each. */
    numbers: new Map<string, string>(),
    transfers: new Map<string, Transfer>(),
    payouts: new Map<string, Payout & { account: string }>(),
    /** What the platform, and each connected account, has available. */
    balances: new Map<string, number>(),
    /** Whether new connected accounts have proven who they are. */
    proven: true,
    events,
    /** Something happened: a snapshot of what it happened to. */
    emit: (type: string, object: object, account?: string) =>
      void events.push({
        ...thing('evt', 'event'),
        type,
        ...(account && { account }),
        data: { object: structuredClone(object) },
      }),
  }
}
export type Store = ReturnType<typeof openStore>

/** @throws resource_missing, as for whatever does not exist */
export function the<T>(all: Map<string, T>, id: string, param = 'id'): T {
  const found = all.get(id)
  if (!found) throw unusable('resource_missing', param, param === 'id' ? 404 : 400)
  return found
}

export const put = <T extends { id: string }>(all: Map<string, T>, it: T): T => {
  all.set(it.id, it)
  return it
}
