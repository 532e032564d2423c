import { type SQL, sql } from 'drizzle-orm'
import { queryRows, type Tx } from '../../platform/database/database.ts'
import { toPage } from '../../platform/database/keyset-page.ts'
import { type Period, withinPeriod } from '../../platform/format/period.ts'
import { orderItems, orders } from './tables.ts'

/** The amount and the id of a page's last entry, after which the next page continues. */
export type RankingPosition = { amount: number; id: string }

/** SQL condition: the order was paid in the period and not cancelled. Partial refunds do not matter. */
const sold = (account: string, period: Period): SQL =>
  sql`o.account_id = ${account} and ${withinPeriod(sql`o.paid_at`, period)}
    and o.status in ('pending_fulfillment', 'completed')`

type Top = { id: string; name: string | null; amount: number; count: number; orders: number }

/** Lists the largest amounts first. Equal amounts are ordered by id. */
async function rank(tx: Tx, sums: SQL, name: SQL, from: RankingPosition | undefined, size: number) {
  const found = await queryRows<Top>(
    tx,
    sql`with sums as (${sums})
      select s.id, s.amount, s.count, s.orders, ${name} as name from sums s
      where ${from ? sql`(s.amount, s.id) < (${from.amount}::float8, ${from.id})` : sql`true`}
      order by s.amount desc, s.id desc limit ${size + 1}`,
  )
  return toPage(found, ({ amount, id }) => [String(amount), id], size)
}

/** Lists the products with the largest sales, each with the quantity sold and the title at its latest sale. */
export const topProducts = (
  tx: Tx,
  account: string,
  period: Period,
  from: RankingPosition | undefined,
  size: number,
) =>
  rank(
    tx,
    sql`select i.product_id as id, sum(i.price * i.quantity)::float8 as amount, sum(i.quantity)::int as count,
        count(*)::int as orders, max(i.order_id) as latest
      from ${orders} o join ${orderItems} i on i.account_id = o.account_id and i.order_id = o.id
      where ${sold(account, period)} group by 1`,
    sql`(select i.title from ${orderItems} i
      where i.account_id = ${account} and i.order_id = s.latest and i.product_id = s.id limit 1)`,
    from,
    size,
  )

/** Lists the buyers who paid most, including shipping. The name is null once the account is erased. */
export const topBuyers = (
  tx: Tx,
  account: string,
  period: Period,
  from: RankingPosition | undefined,
  size: number,
) =>
  rank(
    tx,
    sql`select o.buyer_id as id, sum(o.total)::float8 as amount, count(*)::int as count,
        count(*)::int as orders, max(o.id) as latest
      from ${orders} o where ${sold(account, period)} group by 1`,
    sql`(select o.buyer_name from ${orders} o where o.account_id = ${account} and o.id = s.latest)`,
    from,
    size,
  )
