import type Stripe from 'stripe'
import type { BankAccount, PaymentProvider, ProviderPayout, TransferOutcome } from './provider.ts'
import type { StripeClient } from './stripe-api.ts'
import { isStripeError, logStripeRefusal } from './stripe-errors.ts'

/**
 * A payout has two steps: a transfer from the platform to the seller's connected account, and a payout from there to
 * the seller's bank. Before each step, this looks whether the step was already made, since a payout can take days and
 * Stripe forgets an idempotency key after one day. If the second step fails, the transfer is reversed, so that the
 * platform gets the money back.
 */
export const stripePayouts = (api: StripeClient): Pick<PaymentProvider, 'payout'> => ({
  payout: async (payout) => {
    const stripe = await api
    const transfer = await undefinedIfRefused(transferOf(stripe, payout))
    if (!transfer || transfer.reversed) return 'failed'
    const sent = await payoutOf(stripe, payout, transfer)
    if (sent === 'failed') await stripe.transfers.createReversal(transfer.id)
    return sent
  },
})

const undefinedIfRefused = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error) => {
    logStripeRefusal('payout', error)
    return undefined
  })

async function transferOf(stripe: Stripe, payout: ProviderPayout): Promise<Stripe.Transfer> {
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

async function payoutOf(
  stripe: Stripe,
  payout: ProviderPayout,
  transfer: Stripe.Transfer,
): Promise<TransferOutcome> {
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
    // Transferred money is not always available at once. For a day, Stripe gives the same answer for the same key.
    if (isStripeError(error, 'StripeInvalidRequestError') && error.code === 'balance_insufficient')
      return 'pending'
    logStripeRefusal('payout', error)
    return 'failed'
  }
}

/**
 * `paid` means that the bank should have the money. Some payouts fail even after that, which Stripe reports by a
 * webhook.
 */
function answer({ status }: Stripe.Payout): TransferOutcome {
  if (status === 'paid') return 'succeeded'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}

/**
 * Finds the seller's connected account, or creates it for their first payout. It looks through the metadata of all
 * connected accounts, since Stripe can neither filter nor search by it. With thousands of sellers, the id should be
 * stored with the payout details.
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
      // An account that can only get transfers needs an approval, which Stripe gives only to some platforms.
      capabilities: { transfers: { requested: true }, card_payments: { requested: true } },
      settings: { payouts: { schedule: { interval: 'manual' } } },
      metadata: { account: seller },
    },
    { idempotencyKey: `account ${seller}` },
  )
  return made.id
}

/** Finds the bank account with the latest details, or adds it to the connected account. */
async function bankAccountOf(stripe: Stripe, account: string, bank: BankAccount, currency: string) {
  for await (const existing of stripe.accounts.listExternalAccounts(account, { limit: 100 }))
    if (existing.metadata?.version === bank.version) return existing.id
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
