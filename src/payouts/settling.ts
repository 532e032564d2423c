import { eq } from 'drizzle-orm'
import { asService, type Database, type Tx } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import { report } from '../ground/report.ts'
import { within } from '../ground/scope.ts'
import { unseal } from '../ground/secrets.ts'
import type { Provider } from '../payments/provider.ts'
import { purpose } from './details.ts'
import { conclude, leftBehind, type PayoutRef, started } from './payouts.ts'
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
 */
export async function settlePayout({ database, provider, secrets }: Vault, ref: PayoutRef): Promise<void> {
  const scope = { as: 'system', account: ref.account } as const
  const payout = await within(database, scope, (tx) => started(tx, ref))
  if (!payout) return
  const sealed = await within(database, scope, (tx) => sealedOf(tx, ref.account))
  const { id: key, amount, currency } = payout
  const answer = await provider.payout({
    key,
    amount,
    currency,
    destination: unseal(secrets, purpose, sealed),
  })
  await within(database, scope, (tx) => conclude(tx, ref, answer === 'succeeded'))
}

async function sealedOf(tx: Tx, account: string): Promise<string> {
  const [found] = await tx
    .select({ sealed: payoutDetails.sealed })
    .from(payoutDetails)
    .where(eq(payoutDetails.accountId, account))
  return found?.sealed ?? ''
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
