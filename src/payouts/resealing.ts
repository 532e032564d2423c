import { and, eq } from 'drizzle-orm'
import type { Tx } from '../ground/db.ts'
import { type Resealed, resealAll } from '../ground/secrets.ts'
import { purpose } from './details.ts'
import { payoutDetails } from './tables.ts'

/** Seals every bank account with the present secret: the operator's, after a change of it. */
export const resealDetails = async (tx: Tx, secrets: [string, ...string[]]): Promise<Resealed> =>
  resealAll(
    await tx.select().from(payoutDetails),
    secrets,
    purpose,
    ({ accountId, sealed: former }, sealed) =>
      tx
        .update(payoutDetails)
        .set({ sealed })
        .where(and(eq(payoutDetails.accountId, accountId), eq(payoutDetails.sealed, former))),
  )
