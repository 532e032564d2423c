import { sql } from 'drizzle-orm'
import { rows, type Tx } from '../ground/db.ts'
import { dayOf, during, type Period } from '../ground/period.ts'
import { transfers } from './tables.ts'

/** What was earned, in minor units. `net` is what the balance grew by, but for payouts. */
export type Sums = {
  orders: number
  gross: number
  refunds: number
  fees: number
  labels: number
  net: number
}

/** What went to a book of somebody else's, less what came back from it. */
const wentTo = (book: 'processor' | 'platform' | 'carrier') =>
  sql`sum(case ${book} when to_book then amount when from_book then -amount else 0 end)
    filter (where kind <> 'sale')`

/**
 * The sums of each day on which something was booked, in order. They go by the books that money went to and came
 * from, so that what was booked back (an adjustment) counts against what it undoes. Payouts are left out.
 */
export const sumsByDay = async (tx: Tx, account: string, period: Period) => {
  const found = await rows<{ day: string } & Omit<Sums, 'net'>>(
    tx,
    sql`select ${dayOf(transfers.createdAt, period)} as day,
        (count(*) filter (where kind = 'sale'))::int as orders,
        coalesce(sum(amount) filter (where kind = 'sale'), 0)::float8 as gross,
        coalesce(${wentTo('processor')}, 0)::float8 as refunds,
        coalesce(${wentTo('platform')}, 0)::float8 as fees,
        coalesce(${wentTo('carrier')}, 0)::float8 as labels
      from ${transfers}
      where account_id = ${account} and kind <> 'release' and from_book <> 'bank' and to_book <> 'bank'
        and ${during(transfers.createdAt, period)}
      group by 1 order by 1`,
  )
  return found.map((sums) => ({ ...sums, net: sums.gross - sums.refunds - sums.fees - sums.labels }))
}

/** All of them together. */
export const total = (all: Sums[]): Sums => {
  const sum = (of: keyof Sums) => all.reduce((sum, one) => sum + one[of], 0)
  return {
    orders: sum('orders'),
    gross: sum('gross'),
    refunds: sum('refunds'),
    fees: sum('fees'),
    labels: sum('labels'),
    net: sum('net'),
  }
}
