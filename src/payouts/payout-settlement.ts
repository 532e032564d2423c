import { eq } from 'drizzle-orm'
import type { BankAccount, PaymentProvider } from '../payments/provider.ts'
import { type Database, serviceTransaction, type Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { JobWorker } from '../platform/jobs.ts'
import { logError } from '../platform/log.ts'
import { unseal } from '../platform/secrets.ts'
import { bankNumbers } from './bank-accounts.ts'
import { payoutSealPurpose } from './payout-details.ts'
import { applyPayoutOutcome, findUnsettledPayout, type PayoutRef, pendingPayouts } from './payouts.ts'
import { payoutDetails } from './tables.ts'

/** What settling a payout needs. */
export type PayoutServices = {
  database: Database
  provider: PaymentProvider
  /** The secrets that open the bank details. */
  secrets: readonly string[]
}

/**
 * Asks the provider for a payout that is not settled and records the answer. The provider is called outside of any
 * transaction, with our idempotency key. This may be called at any time and repeatedly.
 * @param again whether to ask about a payout that is already paid, because a bank can return one days later
 */
export async function settlePayout(
  { database, provider, secrets }: PayoutServices,
  ref: PayoutRef,
  again = false,
): Promise<void> {
  const scope = { as: 'system', account: ref.account } as const
  const payout = await inScope(database, scope, (tx) => findUnsettledPayout(tx, ref, again))
  if (!payout) return
  const details = await inScope(database, scope, (tx) => detailsOf(tx, ref.account))
  const { id: key, amount, currency } = payout
  const destination = () => openDetails(details, secrets)
  const answer = await provider.payout({ key, seller: ref.account, amount, currency, destination })
  if (answer !== 'pending')
    await inScope(database, scope, (tx) => applyPayoutOutcome(tx, ref, answer === 'succeeded'))
}

type Details = typeof payoutDetails.$inferSelect

async function detailsOf(tx: Tx, account: string): Promise<Details | undefined> {
  const [found] = await tx.select().from(payoutDetails).where(eq(payoutDetails.accountId, account))
  return found
}

function openDetails(details: Details | undefined, secrets: readonly string[]): BankAccount {
  if (!details) throw new Error('There are no payout details.')
  const { holder, country, kind, sealed, updatedAt } = details
  const numbers = bankNumbers(kind, unseal(secrets, payoutSealPurpose, sealed))
  return { holder, country, ...numbers, version: updatedAt.toISOString() }
}

/** Settles payouts that a crash or an unavailable provider left unsettled. */
export const payoutSettlementWorker = (services: PayoutServices): JobWorker => ({
  queue: 'payouts',
  retries: 0,
  schedule: '* * * * *',
  run: async () => {
    for (const ref of await serviceTransaction(services.database, pendingPayouts))
      await settlePayout(services, ref).catch((error) => logError('payouts', error))
  },
})
