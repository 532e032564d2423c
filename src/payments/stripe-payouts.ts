import type Stripe from 'stripe'
import type { Answer, BankAccount, Payout, Provider } from './provider.ts'
import type { Api } from './stripe-api.ts'
import { isStripe, refused } from './stripe-errors.ts'

/**
 * A payout is two steps: a transfer from the platform to the seller's connected account, and a payout from there to
 * their bank. Both are looked for before they are made: a payout is under way for days, and Stripe forgets an
 * idempotency key after one. What fails after the transfer is taken back, so that the money is the platform's again.
 */
export const stripePayouts = (api: Api): Pick<Provider, 'payout'> => ({
  payout: async (payout) => {
    const stripe = await api
    const transfer = await unlessRefused(transferOf(stripe, payout))
    if (!transfer || transfer.reversed) return 'failed'
    const sent = await sentOf(stripe, payout, transfer)
    if (sent === 'failed') await stripe.transfers.createReversal(transfer.id)
    return sent
  },
})

const unlessRefused = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error) => {
    refused('payout', error)
    return undefined
  })

async function transferOf(stripe: Stripe, payout: Payout): Promise<Stripe.Transfer> {
  const { key, seller, amount, currency } = payout
  const [made] = (await stripe.transfers.list({ transfer_group: key, limit: 1 })).data
  if (made) return made
  const bank = payout.destination()
  const destination = await connectedAccount(stripe, seller, bank)
  await bankAccountOf(stripe, destination, bank, currency)
  return stripe.transfers.create(
    {
      amount,
      currency: currency.toLowerCase(),
      destination,
      transfer_group: key,
      metadata: { seller, payout: key },
    },
    { idempotencyKey: `${key} transfer` },
  )
}

async function sentOf(stripe: Stripe, payout: Payout, transfer: Stripe.Transfer): Promise<Answer> {
  const { key, seller, amount, currency } = payout
  const stripeAccount = String(transfer.destination)
  const created = { gte: transfer.created - 3600 }
  for await (const made of stripe.payouts.list({ created, limit: 100 }, { stripeAccount }))
    if (made.metadata?.payout === key) return answer(made)
  try {
    const destination = await bankAccountOf(stripe, stripeAccount, payout.destination(), currency)
    return answer(
      await stripe.payouts.create(
        { amount, currency: currency.toLowerCase(), destination, metadata: { seller, payout: key } },
        { stripeAccount, idempotencyKey: `${key} payout` },
      ),
    )
  } catch (error) {
    // What was transferred is not always available at once. Under one key Stripe repeats this for a day.
    if (isStripe(error, 'StripeInvalidRequestError') && error.code === 'balance_insufficient')
      return 'pending'
    refused('payout', error)
    return 'failed'
  }
}

/** Paid is when the bank should have it. Some fail even after that, which Stripe tells by a webhook. */
function answer({ status }: Stripe.Payout): Answer {
  if (status === 'paid') return 'succeeded'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}

/**
 * The seller's connected account, made with their first payout. It is found by its metadata among all of them, which
 * Stripe can neither filter nor search by it: with thousands of sellers, remember it beside their details.
 */
async function connectedAccount(stripe: Stripe, seller: string, { country }: BankAccount): Promise<string> {
  for await (const account of stripe.accounts.list({ limit: 100 }))
    if (account.metadata?.account === seller) return account.id
  const made = await stripe.accounts.create(
    {
      country,
      controller: {
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'application',
        stripe_dashboard: { type: 'none' },
      },
      // Transfers alone are for platforms that Stripe has approved for it.
      capabilities: { transfers: { requested: true }, card_payments: { requested: true } },
      settings: { payouts: { schedule: { interval: 'manual' } } },
      metadata: { account: seller },
    },
    { idempotencyKey: `account ${seller}` },
  )
  return made.id
}

/** The bank account as it was entered last, added to the connected account when it is first paid to. */
async function bankAccountOf(stripe: Stripe, account: string, bank: BankAccount, currency: string) {
  for await (const there of stripe.accounts.listExternalAccounts(account, { limit: 100 }))
    if (there.metadata?.version === bank.version) return there.id
  const added = await stripe.accounts.createExternalAccount(
    account,
    {
      external_account: {
        object: 'bank_account',
        country: bank.country,
        currency: currency.toLowerCase(),
        account_holder_name: bank.holder,
        account_number: bank.number,
        ...(bank.routing && { routing_number: bank.routing }),
      },
      default_for_currency: true,
      metadata: { version: bank.version },
    },
    { idempotencyKey: `bank account ${account} ${bank.version}` },
  )
  return added.id
}
