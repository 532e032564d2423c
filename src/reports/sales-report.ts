import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { accountCurrency } from '../ledger/balance.ts'
import { sumOfDays, sumsByDay } from '../ledger/daily-sums.ts'
import type { Tx } from '../platform/database/database.ts'
import { periodFields } from '../platform/format/period.ts'

export const PeriodQuery = z.strictObject(periodFields)

const sums = {
  orders: z.int().describe('How many orders were paid.'),
  gross: z
    .int()
    .describe('What buyers paid, including shipping. All amounts are in minor units of the currency.'),
  refunds: z.int().describe('What buyers got back.'),
  fees: z.int().describe("The platform's fees, minus what it returned with refunds."),
  labels: z.int().describe('What shipping labels cost.'),
  net: z.int().describe('What remains for the account: `gross` minus refunds, fees and labels.'),
}

export const SalesReport = z
  .object({
    currency: z.string(),
    totals: z.object(sums),
    days: z
      .array(z.object({ day: z.iso.date(), ...sums }))
      .describe('The days on which money moved, the earliest first.'),
  })
  .meta({ id: 'Sales' })

/** The sums of a period, in total and for each day. */
export async function salesReport(db: Tx, { account }: Actor, query: z.output<typeof PeriodQuery>) {
  const days = await sumsByDay(db, account, query)
  return { currency: await accountCurrency(db, account), totals: sumOfDays(days), days }
}
