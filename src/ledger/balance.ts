import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '../access/tables.ts'
import type { Tx } from '../platform/database/database.ts'
import { readBalance } from './ledger.ts'

export const Balance = z
  .object({
    pending: z.int().describe('Earnings of orders that are not delivered yet, in minor units.'),
    available: z
      .int()
      .describe(
        'What can be paid out, in minor units. Negative if the account owes money, because an amount was refunded after it had been paid out.',
      ),
    currency: z.string(),
  })
  .meta({ id: 'Balance' })

export async function accountCurrency(db: Tx, account: string): Promise<string> {
  const [row] = await db
    .select({ currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, account))
  return row?.currency ?? ''
}

export const findBalance = async (db: Tx, account: string): Promise<z.input<typeof Balance>> => ({
  ...(await readBalance(db, account)),
  currency: await accountCurrency(db, account),
})
