import { type CardError, cards, type Intent, put, type Store, the, thing } from './store.ts'
import {
  amountIn,
  type Form,
  maybe,
  metadataIn,
  type Operations,
  Problem,
  page,
  paging,
  text,
  unusable,
} from './wire.ts'

const declined: CardError = {
  type: 'card_error',
  code: 'card_declined',
  decline_code: 'generic_decline',
  message: 'Your card was declined.',
}
const poor: CardError = { ...declined, decline_code: 'insufficient_funds' }
const unauthenticated: CardError = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  message: 'The provided payment method has failed authentication.',
}

/** Customers, their cards, and what is charged to them. */
export const payments = (store: Store, url: () => string): Operations => ({
  'POST /v1/customers': {
    takes: ['name', 'metadata'],
    answer: ({ form }) =>
      put(store.customers, {
        ...thing('cus', 'customer'),
        name: maybe(form, 'name'),
        metadata: metadataIn(form),
      }),
  },
  'POST /v1/checkout/sessions': {
    takes: [
      'mode',
      'customer',
      'client_reference_id',
      'allowed_payment_method_types',
      'locale',
      'success_url',
      'cancel_url',
    ],
    answer: ({ form }) => {
      const { id: customer } = the(store.customers, text(form, 'customer'), 'customer')
      if (text(form, 'mode') !== 'setup') throw unusable('parameter_invalid', 'mode')
      const setup = put(store.setups, {
        ...thing('seti', 'setup_intent'),
        status: 'requires_payment_method',
        customer,
        payment_method: null,
      })
      const made = thing('cs_test', 'checkout.session')
      return put(store.sessions, {
        ...made,
        mode: 'setup',
        status: 'open',
        customer,
        client_reference_id: maybe(form, 'client_reference_id') ?? null,
        setup_intent: setup.id,
        success_url: text(form, 'success_url'),
        url: `${url()}/c/pay/${made.id}`,
      })
    },
  },
  'GET /v1/checkout/sessions/:id': {
    takes: ['expand'],
    answer: ({ form, ids: [id = ''] }) => {
      const session = the(store.sessions, id)
      if ((form.expand as Form | undefined)?.['0'] !== 'setup_intent.payment_method') return session
      const setup = the(store.setups, session.setup_intent)
      const method = setup.payment_method && the(store.methods, setup.payment_method)
      return { ...session, setup_intent: { ...setup, payment_method: method || null } }
    },
  },
  'POST /v1/payment_methods/:id/detach': {
    takes: [],
    answer: ({ ids: [id = ''] }) => {
      const method = the(store.methods, id)
      if (!method.customer) throw unusable('payment_method_unexpected_state', 'payment_method')
      method.customer = null
      return method
    },
  },
  'POST /v1/payment_intents': {
    takes: [
      'amount',
      'currency',
      'customer',
      'payment_method',
      'allowed_payment_method_types',
      'confirm',
      'return_url',
      'description',
      'metadata',
    ],
    answer: ({ form }) => create(store, form, url()),
  },
  'GET /v1/payment_intents': {
    takes: [...paging, 'customer'],
    answer: ({ form }) => {
      const all = [...store.intents.values()]
      return page(
        all.filter(({ customer }) => !form.customer || customer === form.customer),
        form,
      )
    },
  },
  'GET /v1/payment_intents/:id': { takes: [], answer: ({ ids: [id = ''] }) => the(store.intents, id) },
  'POST /v1/payment_intents/:id/cancel': {
    takes: ['cancellation_reason'],
    answer: ({ ids: [id = ''] }) => {
      const intent = the(store.intents, id)
      if (intent.status === 'succeeded' || intent.status === 'canceled')
        throw new Problem(400, 'payment_intent_unexpected_state', `It has a status of ${intent.status}.`)
      Object.assign(intent, { status: 'canceled', next_action: null })
      store.emit('payment_intent.canceled', intent)
      return intent
    },
  },
  'POST /v1/refunds': {
    takes: ['payment_intent', 'amount', 'metadata'],
    answer: ({ form }) => refund(store, form),
  },
  'GET /v1/refunds': {
    takes: [...paging, 'payment_intent'],
    answer: ({ form }) => {
      const all = [...store.refunds.values()]
      return page(
        all.filter(({ payment_intent }) => payment_intent === form.payment_intent),
        form,
      )
    },
  },
})

function create(store: Store, form: Form, url: string): Intent {
  const amount = amountIn(form)
  const confirm = maybe(form, 'confirm') === 'true'
  if (amount < 50) throw unusable('amount_too_small', 'amount')
  if (maybe(form, 'return_url') && !confirm) throw unusable('parameter_invalid', 'return_url')
  const customer = the(store.customers, text(form, 'customer'), 'customer')
  const method = maybe(form, 'payment_method') ?? null
  if (method && the(store.methods, method, 'payment_method').customer !== customer.id)
    throw unusable('payment_method_unexpected_state', 'payment_method')
  const intent = put(store.intents, {
    ...thing('pi', 'payment_intent'),
    amount,
    currency: text(form, 'currency'),
    customer: customer.id,
    payment_method: method,
    description: maybe(form, 'description'),
    metadata: metadataIn(form),
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    next_action: null,
    last_payment_error: null,
    latest_charge: null,
  })
  if (confirm) charge(store, intent, `${url}/3ds/${intent.id}`, text(form, 'return_url'))
  return intent
}

function charge(store: Store, intent: Intent, bank: string, return_url: string) {
  const behaves = store.behaviours.get(intent.payment_method ?? '')
  if (behaves === 'declined') {
    fail(store, intent, declined)
    throw new Problem(402, declined.code, declined.message, { ...declined, payment_intent: intent })
  }
  if (behaves === 'authenticates' || behaves === 'authenticates_poor') {
    intent.status = 'requires_action'
    intent.next_action = { type: 'redirect_to_url', redirect_to_url: { url: bank, return_url } }
    store.emit('payment_intent.requires_action', intent)
  } else succeed(store, intent)
}

function succeed(store: Store, intent: Intent) {
  Object.assign(intent, { status: 'succeeded', next_action: null, latest_charge: thing('ch', 'charge').id })
  store.emit('payment_intent.succeeded', intent)
}

function fail(store: Store, intent: Intent, last_payment_error: CardError) {
  Object.assign(intent, { status: 'requires_payment_method', next_action: null, last_payment_error })
  store.emit('payment_intent.payment_failed', intent)
}

function refund(store: Store, form: Form) {
  const intent = the(store.intents, text(form, 'payment_intent'), 'payment_intent')
  const before = [...store.refunds.values()]
    .filter(({ payment_intent, status }) => payment_intent === intent.id && status !== 'failed')
    .reduce((sum, { amount }) => sum + amount, 0)
  const amount = amountIn(form)
  if (intent.status !== 'succeeded')
    throw new Problem(400, 'resource_missing', 'It has no successful charge.')
  if (before + amount > intent.amount)
    throw new Problem(400, 'charge_already_refunded', 'That is more than what is left.')
  const pending = store.behaviours.get(intent.payment_method ?? '') === 'refund_pending'
  const made = put(store.refunds, {
    ...thing('re', 'refund'),
    amount,
    payment_intent: intent.id,
    metadata: metadataIn(form),
    status: pending ? 'pending' : 'succeeded',
  })
  store.emit('charge.refunded', { id: intent.latest_charge, object: 'charge', metadata: intent.metadata })
  return made
}

/** What people and their banks do at Stripe's pages. */
export const visitors = (store: Store) => ({
  /** Types a card on the Checkout page. @returns where that leads back to; undefined if the card was refused */
  fill(page: string, number: string): string | undefined {
    const session = the(store.sessions, page.split('/').at(-1) ?? '')
    const card = cards[number]
    if (!card) return undefined
    const { id } = put(store.methods, {
      ...thing('pm', 'payment_method'),
      type: 'card',
      customer: session.customer,
      card: { brand: card.brand, last4: number.slice(-4), exp_month: 12, exp_year: 2034 },
    })
    store.behaviours.set(id, card.behaves)
    Object.assign(the(store.setups, session.setup_intent), { status: 'succeeded', payment_method: id })
    Object.assign(session, { status: 'complete', url: null })
    return session.success_url.replace('{CHECKOUT_SESSION_ID}', session.id)
  },
  /** Answers on the bank's page. @returns where that leads back to */
  answer(page: string, approve: boolean): string {
    const intent = the(store.intents, page.split('/').at(-1) ?? '')
    const back = intent.next_action?.redirect_to_url.return_url
    const isPoor = store.behaviours.get(intent.payment_method ?? '') === 'authenticates_poor'
    if (!approve) fail(store, intent, unauthenticated)
    else if (isPoor) fail(store, intent, poor)
    else succeed(store, intent)
    return `${back}?payment_intent=${intent.id}&redirect_status=${approve ? 'succeeded' : 'failed'}`
  },
  /** The buyer's bank takes a refund, or sends it back. */
  concludeRefund(id: string, status: 'succeeded' | 'failed') {
    const made = the(store.refunds, id)
    made.status = status
    store.emit(status === 'failed' ? 'refund.failed' : 'refund.updated', made)
  },
})
