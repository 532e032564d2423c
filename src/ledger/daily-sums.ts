import { sql } from 'drizzle-orm'
import { queryRows, type Tx } from '../platform/database/database.ts'
import type { Period } from '../platform/format/period.ts'
import { transfers } from './tables.ts'

/** The sums of a day, in minor units. `net` is by how much the balance grew, without counting payouts. */
export type DailySums = {
  orders: number
  gross: number
  refunds: number
  fees: number
  labels: number
  net: number
}

/** The sum of the transfers to a book, minus those that came back from it. Sales are left out. */
const transferredTo = (book: 'processor' | 'platform' | 'carrier') =>
  sql`coalesce(sum(case ${book} when to_book then amount when from_book then -amount else 0 end)
    filter (where kind <> 'sale'), 0)::float8`

/** The start of the day of the first (`min`) or the last (`max`) transfer, in the reader's time zone. */
const midnight = (which: 'min' | 'max', account: string, zone: string) =>
  sql`(select date_trunc('day', ${sql.raw(which)}(created_at) at time zone ${zone})
    from ${transfers} where account_id = ${account})`

/**
 * The sums of each day with transfers, the earliest first. They are computed from the books that money moved to and
 * from, so that an adjustment is subtracted from the same sum as the transfer that it undoes. Payouts are left out. The
 * query looks up each day separately, which is faster than computing the day of every transfer.
 */
export async function sumsByDay(tx: Tx, account: string, { from, to, zone }: Period) {
  const days = await queryRows<{ day: string } & Omit<DailySums, 'net'>>(
    tx,
    sql`select day::date::text as day,
        coalesce(sum(count) filter (where kind = 'sale'), 0)::int as orders,
        coalesce(sum(amount) filter (where kind = 'sale'), 0)::float8 as gross,
        ${transferredTo('processor')} as refunds, ${transferredTo('platform')} as fees, ${transferredTo('carrier')} as labels
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
  return days.map((sums) => ({ ...sums, net: sums.gross - sums.refunds - sums.fees - sums.labels }))
}

/** Adds up the sums of all days. */
export const sumOfDays = (all: DailySums[]): DailySums => {
  const sum = (of: keyof DailySums) => all.reduce((sum, one) => sum + one[of], 0)
  return {
    orders: sum('orders'),
    gross: sum('gross'),
    refunds: sum('refunds'),
    fees: sum('fees'),
    labels: sum('labels'),
    net: sum('net'),
  }
}
