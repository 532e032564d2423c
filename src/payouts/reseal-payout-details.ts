import { and, eq } from 'drizzle-orm'
import type { Tx } from '../platform/database/database.ts'
import { type ResealResult, resealEach } from '../platform/secrets.ts'
import { payoutSealPurpose } from './payout-details.ts'
import { payoutDetails } from './tables.ts'

/** Seals all bank accounts with the current secret. The operator runs this after changing the secret. */
export const resealPayoutDetails = async (tx: Tx, secrets: [string, ...string[]]): Promise<ResealResult> =>
  resealEach(
    await tx.select().from(payoutDetails),
    secrets,
    payoutSealPurpose,
    ({ accountId, sealed: former }, sealed) =>
      tx
        .update(payoutDetails)
        .set({ sealed })
        .where(and(eq(payoutDetails.accountId, accountId), eq(payoutDetails.sealed, former))),
  )
