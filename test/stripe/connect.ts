import { put, type Store, the, thing } from './store.ts'
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

/** Connected accounts, what is transferred to them, and what they pay out. */
export const connect = (store: Store): Operations => ({
  'POST /v1/accounts': {
    takes: ['country', 'controller', 'capabilities', 'settings', 'metadata'],
    answer: ({ form }) =>
      put(store.accounts, {
        ...thing('acct', 'account'),
        country: text(form, 'country'),
        capabilities: { transfers: store.proven ? 'active' : 'inactive' },
        metadata: metadataIn(form),
      }),
  },
  'GET /v1/accounts': { takes: paging, answer: ({ form }) => page(store.accounts.values(), form) },
  'POST /v1/accounts/:id/external_accounts': {
    takes: ['external_account', 'default_for_currency', 'metadata'],
    answer: ({ form, ids: [id = ''] }) => {
      const { id: account } = the(store.accounts, id)
      const given = form.external_account as Form
      const number = text(given, 'account_number')
      if (text(given, 'country') === 'US' && !given.routing_number)
        throw unusable('parameter_missing', 'external_account[routing_number]')
      const bank = put(store.banks, {
        ...thing('ba', 'bank_account'),
        account,
        country: text(given, 'country'),
        currency: text(given, 'currency'),
        account_holder_name: maybe(given, 'account_holder_name'),
        routing_number: maybe(given, 'routing_number'),
        last4: number.slice(-4),
        metadata: metadataIn(form),
      })
      store.numbers.set(bank.id, number)
      return bank
    },
  },
  'GET /v1/accounts/:id/external_accounts': {
    takes: [...paging, 'object'],
    answer: ({ form, ids: [id = ''] }) => {
      const all = [...store.banks.values()]
      return page(
        all.filter(({ account }) => account === id),
        form,
      )
    },
  },
  'POST /v1/transfers': {
    takes: ['amount', 'currency', 'destination', 'transfer_group', 'metadata'],
    answer: ({ form }) => {
      const account = the(store.accounts, text(form, 'destination'), 'destination')
      if (account.capabilities.transfers !== 'active')
        throw new Problem(400, 'insufficient_capabilities_for_transfer', 'The destination needs `transfers`.')
      const amount = amountIn(form)
      move(store, 'platform', account.id, amount)
      return put(store.transfers, {
        ...thing('tr', 'transfer'),
        amount,
        currency: text(form, 'currency'),
        destination: account.id,
        transfer_group: maybe(form, 'transfer_group'),
        metadata: metadataIn(form),
        reversed: false,
      })
    },
  },
  'GET /v1/transfers': {
    takes: [...paging, 'transfer_group'],
    answer: ({ form }) => {
      const all = [...store.transfers.values()]
      return page(
        all.filter(({ transfer_group }) => transfer_group === form.transfer_group),
        form,
      )
    },
  },
  'POST /v1/transfers/:id/reversals': {
    takes: ['amount'],
    answer: ({ ids: [id = ''] }) => {
      const transfer = the(store.transfers, id)
      if (transfer.reversed) throw unusable('transfer_already_reversed', 'id')
      move(store, transfer.destination, 'platform', transfer.amount)
      transfer.reversed = true
      return { ...thing('trr', 'transfer_reversal'), amount: transfer.amount, transfer: id }
    },
  },
  'POST /v1/payouts': {
    takes: ['amount', 'currency', 'destination', 'metadata'],
    answer: ({ form, account = '' }) => {
      the(store.accounts, account)
      const bank = the(store.banks, text(form, 'destination'), 'destination')
      if (bank.account !== account) throw unusable('resource_missing', 'destination')
      const amount = amountIn(form)
      move(store, account, 'banks', amount)
      const payout = put(store.payouts, {
        ...thing('po', 'payout'),
        account,
        amount,
        currency: text(form, 'currency'),
        destination: bank.id,
        metadata: metadataIn(form),
        status: 'pending',
      })
      store.emit('payout.created', payout, account)
      return payout
    },
  },
  'GET /v1/payouts': {
    takes: [...paging, 'destination', 'status'],
    answer: ({ form, account }) => {
      const all = [...store.payouts.values()]
      return page(
        all.filter((payout) => payout.account === account),
        form,
      )
    },
  },
})

/** @throws balance_insufficient */
function move(store: Store, from: string, to: string, amount: number) {
  const has = (place: string) => store.balances.get(place) ?? (place === 'platform' ? 1_000_000 : 0)
  if (has(from) < amount)
    throw new Problem(400, 'balance_insufficient', 'You have insufficient funds in your Stripe account.')
  store.balances.set(from, has(from) - amount).set(to, has(to) + amount)
}

/** What the sellers' banks do. */
export const banks = (store: Store) => ({
  /** Takes a payout, or sends it back: even one that it had taken. */
  concludePayout(id: string, status: 'paid' | 'failed') {
    const payout = the(store.payouts, id)
    if (status === 'failed') move(store, 'banks', payout.account, payout.amount)
    payout.status = status
    store.emit(`payout.${status}`, payout, payout.account)
  },
})
