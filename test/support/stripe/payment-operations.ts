import {
  invalidStripeParameter,
  optionalText,
  readMetadata,
  requiredAmount,
  requiredText,
  type StripeForm,
  type StripeOperations,
  StripeProblem,
  stripeListPage,
  stripePagingParameters,
} from './stripe-http.ts'
import {
  findStripeObject,
  newStripeObject,
  putStripeObject,
  type StripeCardError,
  type StripePaymentIntent,
  type StripeStore,
} from './stripe-store.ts'

const declined: StripeCardError = {
  type: 'card_error',
  code: 'card_declined',
  decline_code: 'generic_decline',
  message: 'Your card was declined.',
}
export const insufficientFunds: StripeCardError = { ...declined, decline_code: 'insufficient_funds' }
export const authenticationFailed: StripeCardError = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  message: 'The provided payment method has failed authentication.',
}

/** Customers, their cards, and charges. */
export const paymentOperations = (store: StripeStore, url: () => string): StripeOperations => ({
  'POST /v1/customers': {
    takes: ['name', 'metadata'],
    answer: ({ form }) =>
      putStripeObject(store.customers, {
        ...newStripeObject('cus', 'customer'),
        name: optionalText(form, 'name'),
        metadata: readMetadata(form),
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
      const { id: customer } = findStripeObject(store.customers, requiredText(form, 'customer'), 'customer')
      if (requiredText(form, 'mode') !== 'setup') throw invalidStripeParameter('parameter_invalid', 'mode')
      const setup = putStripeObject(store.setups, {
        ...newStripeObject('seti', 'setup_intent'),
        status: 'requires_payment_method',
        customer,
        payment_method: null,
      })
      const made = newStripeObject('cs_test', 'checkout.session')
      return putStripeObject(store.sessions, {
        ...made,
        mode: 'setup',
        status: 'open',
        customer,
        client_reference_id: optionalText(form, 'client_reference_id') ?? null,
        setup_intent: setup.id,
        success_url: requiredText(form, 'success_url'),
        url: `${url()}/c/pay/${made.id}`,
      })
    },
  },
  'GET /v1/checkout/sessions/:id': {
    takes: ['expand'],
    answer: ({ form, ids: [id = ''] }) => {
      const session = findStripeObject(store.sessions, id)
      if ((form.expand as StripeForm | undefined)?.['0'] !== 'setup_intent.payment_method') return session
      const setup = findStripeObject(store.setups, session.setup_intent)
      const method = setup.payment_method && findStripeObject(store.methods, setup.payment_method)
      return { ...session, setup_intent: { ...setup, payment_method: method || null } }
    },
  },
  'POST /v1/payment_methods/:id/detach': {
    takes: [],
    answer: ({ ids: [id = ''] }) => {
      const method = findStripeObject(store.methods, id)
      if (!method.customer) throw invalidStripeParameter('payment_method_unexpected_state', 'payment_method')
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
    takes: [...stripePagingParameters, 'customer'],
    answer: ({ form }) => {
      const all = [...store.intents.values()]
      return stripeListPage(
        all.filter(({ customer }) => !form.customer || customer === form.customer),
        form,
      )
    },
  },
  'GET /v1/payment_intents/:id': {
    takes: [],
    answer: ({ ids: [id = ''] }) => findStripeObject(store.intents, id),
  },
  'POST /v1/payment_intents/:id/cancel': {
    takes: ['cancellation_reason'],
    answer: ({ ids: [id = ''] }) => {
      const intent = findStripeObject(store.intents, id)
      if (intent.status === 'succeeded' || intent.status === 'canceled')
        throw new StripeProblem(
          400,
          'payment_intent_unexpected_state',
          `It has a status of ${intent.status}.`,
        )
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
    takes: [...stripePagingParameters, 'payment_intent'],
    answer: ({ form }) => {
      const all = [...store.refunds.values()]
      return stripeListPage(
        all.filter(({ payment_intent }) => payment_intent === form.payment_intent),
        form,
      )
    },
  },
})

function create(store: StripeStore, form: StripeForm, url: string): StripePaymentIntent {
  const amount = requiredAmount(form)
  const confirm = optionalText(form, 'confirm') === 'true'
  if (amount < 50) throw invalidStripeParameter('amount_too_small', 'amount')
  if (optionalText(form, 'return_url') && !confirm)
    throw invalidStripeParameter('parameter_invalid', 'return_url')
  const customer = findStripeObject(store.customers, requiredText(form, 'customer'), 'customer')
  const method = optionalText(form, 'payment_method') ?? null
  if (method && findStripeObject(store.methods, method, 'payment_method').customer !== customer.id)
    throw invalidStripeParameter('payment_method_unexpected_state', 'payment_method')
  const intent = putStripeObject(store.intents, {
    ...newStripeObject('pi', 'payment_intent'),
    amount,
    currency: requiredText(form, 'currency'),
    customer: customer.id,
    payment_method: method,
    description: optionalText(form, 'description'),
    metadata: readMetadata(form),
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    next_action: null,
    last_payment_error: null,
    latest_charge: null,
  })
  if (confirm) charge(store, intent, `${url}/3ds/${intent.id}`, requiredText(form, 'return_url'))
  return intent
}

function charge(store: StripeStore, intent: StripePaymentIntent, bank: string, return_url: string) {
  const behaves = store.behaviours.get(intent.payment_method ?? '')
  if (behaves === 'declined') {
    failIntent(store, intent, declined)
    throw new StripeProblem(402, declined.code, declined.message, { ...declined, payment_intent: intent })
  }
  if (behaves === 'authenticates' || behaves === 'authenticates_poor') {
    intent.status = 'requires_action'
    intent.next_action = { type: 'redirect_to_url', redirect_to_url: { url: bank, return_url } }
    store.emit('payment_intent.requires_action', intent)
  } else completeIntent(store, intent)
}

export function completeIntent(store: StripeStore, intent: StripePaymentIntent) {
  Object.assign(intent, {
    status: 'succeeded',
    next_action: null,
    latest_charge: newStripeObject('ch', 'charge').id,
  })
  store.emit('payment_intent.succeeded', intent)
}

export function failIntent(
  store: StripeStore,
  intent: StripePaymentIntent,
  last_payment_error: StripeCardError,
) {
  Object.assign(intent, { status: 'requires_payment_method', next_action: null, last_payment_error })
  store.emit('payment_intent.payment_failed', intent)
}

function refund(store: StripeStore, form: StripeForm) {
  const intent = findStripeObject(store.intents, requiredText(form, 'payment_intent'), 'payment_intent')
  const before = [...store.refunds.values()]
    .filter(({ payment_intent, status }) => payment_intent === intent.id && status !== 'failed')
    .reduce((sum, { amount }) => sum + amount, 0)
  const amount = requiredAmount(form)
  if (intent.status !== 'succeeded')
    throw new StripeProblem(400, 'resource_missing', 'It has no successful charge.')
  if (before + amount > intent.amount)
    throw new StripeProblem(400, 'charge_already_refunded', 'That is more than what is left.')
  const pending = store.behaviours.get(intent.payment_method ?? '') === 'refund_pending'
  const made = putStripeObject(store.refunds, {
    ...newStripeObject('re', 'refund'),
    amount,
    payment_intent: intent.id,
    metadata: readMetadata(form),
    status: pending ? 'pending' : 'succeeded',
  })
  store.emit('charge.refunded', { id: intent.latest_charge, object: 'charge', metadata: intent.metadata })
  return made
}
