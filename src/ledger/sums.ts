import { sql } from 'drizzle-orm'
import { rows, type Tx } from '../ground/db.ts'
import type { Period } from '../ground/period.ts'
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
  sql`coalesce(sum(case ${book} when to_book then amount when from_book then -amount else 0 end)
    filter (where kind <> 'sale'), 0)::float8`

/** The midnight before the first or the last transfer, where the reader is. */
const midnight = (which: 'min' | 'max', account: string, zone: string) =>
  sql`(select date_trunc('day', ${sql.raw(which)}(created_at) at time zone ${zone})
    from ${transfers} where account_id = ${account})`

/**
 * The sums of each day on which something was booked, in order. They go by the books that money went to and came
 * from, so that what was booked back (an adjustment) counts against what it undoes. Payouts are left out. Each day
 * is looked up by itself: that is quicker than telling the day of every transfer.
 */
export async function sumsByDay(tx: Tx, account: string, { from, to, zone }: Period) {
  const found = await rows<{ day: string } & Omit<Sums, 'net'>>(
    tx,
    sql`select day::date::text as day,
        coalesce(sum(count) filter (where kind = 'sale'), 0)::int as orders,
        coalesce(sum(amount) filter (where kind = 'sale'), 0)::float8 as gross,
        ${wentTo('processor')} as refunds, ${wentTo('platform')} as fees, ${wentTo('carrier')} as labels
      from generate_series(
        greatest(${from ?? null}::timestamp, ${midnight('min', account, zone)}),
        least(${to ?? null}::timestamp, ${midnight('max', account, zone)}), '1 day') as day,
      lateral (
        select kind, from_book, to_book, sum(amount) as amount, count(*) as count from ${transfers}
        where account_id = ${account}
          and created_at >= day at time zone ${zone} and created_at < (day + interval '1 day') at time zone ${zone}
          and kind <> 'release' and from_book <> 'bank' and to_book <> 'bank'
        group by 1, 2, 3) as moved
      group by day order by day`,
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
