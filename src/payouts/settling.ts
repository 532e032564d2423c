import { eq } from 'drizzle-orm'
import { asService, type Database, type Tx } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import { report } from '../ground/report.ts'
import { within } from '../ground/scope.ts'
import { unseal } from '../ground/secrets.ts'
import type { BankAccount, Provider } from '../payments/provider.ts'
import { numbersOf } from './bank.ts'
import { purpose } from './details.ts'
import { conclude, leftBehind, type PayoutRef, unsettled } from './payouts.ts'
import { payoutDetails } from './tables.ts'

/** What payouts are made with. */
export type Vault = {
  database: Database
  provider: Provider
  /** Which open the details. */
  secrets: readonly string[]
}

/**
 * Has the provider pay what is written down and not settled, outside any transaction and under our key, and writes
 * down how it answered. May be called at any time and any number of times.
 * @param again whether one that was paid is asked for again: a bank can send it back days later
 */
export async function settlePayout(
  { database, provider, secrets }: Vault,
  ref: PayoutRef,
  again = false,
): Promise<void> {
  const scope = { as: 'system', account: ref.account } as const
  const payout = await within(database, scope, (tx) => unsettled(tx, ref, again))
  if (!payout) return
  const details = await within(database, scope, (tx) => detailsOf(tx, ref.account))
  const { id: key, amount, currency } = payout
  const destination = () => opened(details, secrets)
  const answer = await provider.payout({ key, seller: ref.account, amount, currency, destination })
  if (answer !== 'pending') await within(database, scope, (tx) => conclude(tx, ref, answer === 'succeeded'))
}

type Details = typeof payoutDetails.$inferSelect

async function detailsOf(tx: Tx, account: string): Promise<Details | undefined> {
  const [found] = await tx.select().from(payoutDetails).where(eq(payoutDetails.accountId, account))
  return found
}

function opened(details: Details | undefined, secrets: readonly string[]): BankAccount {
  if (!details) throw new Error('There are no payout details.')
  const { holder, country, kind, sealed, updatedAt } = details
  const numbers = numbersOf(kind, unseal(secrets, purpose, sealed))
  return { holder, country, ...numbers, version: updatedAt.toISOString() }
}

/** Settles what a crash, or a bank that was away, left in between. */
export const payoutWorker = (vault: Vault): Worker => ({
  queue: 'payouts',
  retries: 0,
  schedule: '* * * * *',
  run: async () => {
    for (const ref of await asService(vault.database, leftBehind))
      await settlePayout(vault, ref).catch((error) => report('payouts', error))
  },
})
