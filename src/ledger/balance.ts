import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { balance } from './ledger.ts'

export const Balance = z
  .object({
    /** Sold, but not delivered yet, in minor units. */
    pending: z.int(),
    /** Can be paid out. Below zero: owed, since what was paid out was refunded afterwards. */
    available: z.int(),
    currency: z.string(),
  })
  .meta({ id: 'Balance' })

export async function currencyOf(db: Tx, account: string): Promise<string> {
  const [found] = await db
    .select({ currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, account))
  return found?.currency ?? ''
}

export const balanceOf = async (db: Tx, account: string): Promise<z.input<typeof Balance>> => ({
  ...(await balance(db, account)),
  currency: await currencyOf(db, account),
})
