import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { period } from '../ground/period.ts'
import { currencyOf } from '../ledger/balance.ts'
import { sumsByDay, total } from '../ledger/sums.ts'

export const PeriodQuery = z.strictObject(period)

const sums = {
  /** Sales that were paid. */
  orders: z.int(),
  /** What buyers paid, shipping included; all amounts are in minor units of the currency. */
  gross: z.int(),
  refunds: z.int(),
  /** The platform's share, less what it gave back with refunds. */
  fees: z.int(),
  labels: z.int(),
  /** What is left of it. */
  net: z.int(),
}

export const Sales = z
  .object({
    currency: z.string(),
    totals: z.object(sums),
    /** The days on which money moved, in order. */
    days: z.array(z.object({ day: z.iso.date(), ...sums })),
  })
  .meta({ id: 'Sales' })

/** What was sold in a period, altogether and day by day. */
export async function sales(db: Tx, { account }: Actor, query: z.output<typeof PeriodQuery>) {
  const days = await sumsByDay(db, account, query)
  return { currency: await currencyOf(db, account), totals: total(days), days }
}
