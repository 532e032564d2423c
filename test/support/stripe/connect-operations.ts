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
import { findStripeObject, newStripeObject, putStripeObject, type StripeStore } from './stripe-store.ts'

/** Connected accounts, transfers to them, and their payouts. */
export const connectOperations = (store: StripeStore): StripeOperations => ({
  'POST /v1/accounts': {
    takes: ['country', 'controller', 'capabilities', 'settings', 'metadata'],
    answer: ({ form }) =>
      putStripeObject(store.accounts, {
        ...newStripeObject('acct', 'account'),
        country: requiredText(form, 'country'),
        capabilities: { transfers: store.proven ? 'active' : 'inactive' },
        metadata: readMetadata(form),
      }),
  },
  'GET /v1/accounts': {
    takes: stripePagingParameters,
    answer: ({ form }) => stripeListPage(store.accounts.values(), form),
  },
  'POST /v1/accounts/:id/external_accounts': {
    takes: ['external_account', 'default_for_currency', 'metadata'],
    answer: ({ form, ids: [id = ''] }) => {
      const { id: account } = findStripeObject(store.accounts, id)
      const given = form.external_account as StripeForm
      const number = requiredText(given, 'account_number')
      if (requiredText(given, 'country') === 'US' && !given.routing_number)
        throw invalidStripeParameter('parameter_missing', 'external_account[routing_number]')
      const bank = putStripeObject(store.banks, {
        ...newStripeObject('ba', 'bank_account'),
        account,
        country: requiredText(given, 'country'),
        currency: requiredText(given, 'currency'),
        account_holder_name: optionalText(given, 'account_holder_name'),
        routing_number: optionalText(given, 'routing_number'),
        last4: number.slice(-4),
        metadata: readMetadata(form),
      })
      store.numbers.set(bank.id, number)
      return bank
    },
  },
  'GET /v1/accounts/:id/external_accounts': {
    takes: [...stripePagingParameters, 'object'],
    answer: ({ form, ids: [id = ''] }) => {
      const all = [...store.banks.values()]
      return stripeListPage(
        all.filter(({ account }) => account === id),
        form,
      )
    },
  },
  'POST /v1/transfers': {
    takes: ['amount', 'currency', 'destination', 'transfer_group', 'metadata'],
    answer: ({ form }) => {
      const account = findStripeObject(store.accounts, requiredText(form, 'destination'), 'destination')
      if (account.capabilities.transfers !== 'active')
        throw new StripeProblem(
          400,
          'insufficient_capabilities_for_transfer',
          'The destination needs `transfers`.',
        )
      const amount = requiredAmount(form)
      move(store, 'platform', account.id, amount)
      return putStripeObject(store.transfers, {
        ...newStripeObject('tr', 'transfer'),
        amount,
        currency: requiredText(form, 'currency'),
        destination: account.id,
        transfer_group: optionalText(form, 'transfer_group'),
        metadata: readMetadata(form),
        reversed: false,
      })
    },
  },
  'GET /v1/transfers': {
    takes: [...stripePagingParameters, 'transfer_group'],
    answer: ({ form }) => {
      const all = [...store.transfers.values()]
      return stripeListPage(
        all.filter(({ transfer_group }) => transfer_group === form.transfer_group),
        form,
      )
    },
  },
  'POST /v1/transfers/:id/reversals': {
    takes: ['amount'],
    answer: ({ ids: [id = ''] }) => {
      const transfer = findStripeObject(store.transfers, id)
      if (transfer.reversed) throw invalidStripeParameter('transfer_already_reversed', 'id')
      move(store, transfer.destination, 'platform', transfer.amount)
      transfer.reversed = true
      return { ...newStripeObject('trr', 'transfer_reversal'), amount: transfer.amount, transfer: id }
    },
  },
  'POST /v1/payouts': {
    takes: ['amount', 'currency', 'destination', 'metadata'],
    answer: ({ form, account = '' }) => {
      findStripeObject(store.accounts, account)
      const bank = findStripeObject(store.banks, requiredText(form, 'destination'), 'destination')
      if (bank.account !== account) throw invalidStripeParameter('resource_missing', 'destination')
      const amount = requiredAmount(form)
      move(store, account, 'banks', amount)
      const payout = putStripeObject(store.payouts, {
        ...newStripeObject('po', 'payout'),
        account,
        amount,
        currency: requiredText(form, 'currency'),
        destination: bank.id,
        metadata: readMetadata(form),
        status: 'pending',
      })
      store.emit('payout.created', payout, account)
      return payout
    },
  },
  'GET /v1/payouts': {
    takes: [...stripePagingParameters, 'destination', 'status'],
    answer: ({ form, account }) => {
      const all = [...store.payouts.values()]
      return stripeListPage(
        all.filter((payout) => payout.account === account),
        form,
      )
    },
  },
})

/** @throws balance_insufficient */
function move(store: StripeStore, from: string, to: string, amount: number) {
  const has = (place: string) => store.balances.get(place) ?? (place === 'platform' ? 1_000_000 : 0)
  if (has(from) < amount)
    throw new StripeProblem(
      400,
      'balance_insufficient',
      'You have insufficient funds in your Stripe account.',
    )
  store.balances.set(from, has(from) - amount).set(to, has(to) + amount)
}

/** What the sellers' banks do. */
export const makeSellersBanks = (store: StripeStore) => ({
  /** Completes a payout or returns it, even one that was paid. */
  concludePayout(id: string, status: 'paid' | 'failed') {
    const payout = findStripeObject(store.payouts, id)
    if (status === 'failed') move(store, 'banks', payout.account, payout.amount)
    payout.status = status
    store.emit(`payout.${status}`, payout, payout.account)
  },
})
