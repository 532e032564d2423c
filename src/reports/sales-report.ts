import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { accountCurrency } from '../ledger/balance.ts'
import { sumOfDays, sumsByDay } from '../ledger/daily-sums.ts'
import type { Tx } from '../platform/database/database.ts'
import { periodFields } from '../platform/format/period.ts'

export const PeriodQuery = z.strictObject(periodFields)

const sums = {
  orders: z.int().describe('The number of paid sales.'),
  gross: z
    .int()
    .describe('What buyers paid, including shipping. All amounts are in minor units of the currency.'),
  refunds: z.int(),
  fees: z.int().describe("The platform's fees, minus what it gave back with refunds."),
  labels: z.int(),
  net: z.int().describe('What remains for the account.'),
}

export const SalesReport = z
  .object({
    currency: z.string(),
    totals: z.object(sums),
    days: z
      .array(z.object({ day: z.iso.date(), ...sums }))
      .describe('The days on which money moved, in order.'),
  })
  .meta({ id: 'Sales' })

/** The sums of a period, in total and for each day. */
export async function salesReport(db: Tx, { account }: Actor, query: z.output<typeof PeriodQuery>) {
  const days = await sumsByDay(db, account, query)
  return { currency: await accountCurrency(db, account), totals: sumOfDays(days), days }
}
