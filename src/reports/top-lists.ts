import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { accountCurrency } from '../ledger/balance.ts'
import { type RankingPosition, topBuyers, topProducts } from '../orders/sale/rankings.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageSize, readCursor } from '../platform/database/keyset-page.ts'
import { PeriodQuery } from './sales-report.ts'

export const TopQuery = PeriodQuery.extend({ after: cursorParam })
type Query = z.output<typeof TopQuery>

export const ProductSold = z
  .object({
    product: z.string(),
    title: z.string().describe("The product's title at its latest sale."),
    quantity: z.int().describe('How many items were sold.'),
    orders: z.int().describe('In how many orders.'),
    revenue: z
      .int()
      .describe(
        'What buyers paid for it, in minor units, without shipping. Partial refunds are not subtracted; cancelled orders are left out.',
      ),
    currency: z.string(),
  })
  .meta({ id: 'ProductSold' })

export const BuyerSum = z
  .object({
    buyer: z.string(),
    name: z
      .string()
      .nullable()
      .describe("The name of the buyer's account; null once that account is deleted."),
    orders: z.int(),
    spent: z
      .int()
      .describe(
        'What the buyer paid, in minor units, including shipping. Partial refunds are not subtracted; cancelled orders are left out.',
      ),
    currency: z.string(),
  })
  .meta({ id: 'BuyerSum' })

/** Lists products, those with the largest sales first. */
export async function topProductsReport(db: Tx, { account }: Actor, query: Query, size = pageSize) {
  const { items, next } = await topProducts(db, account, query, placeIn(query), size)
  const currency = await accountCurrency(db, account)
  const rows = items.map(({ id, name, amount, count, orders }) => ({
    product: id,
    title: name ?? '',
    quantity: count,
    orders,
    revenue: amount,
    currency,
  }))
  return { items: rows, next }
}

/** Lists buyers, those who spent most first. */
export async function topBuyersReport(db: Tx, { account }: Actor, query: Query, size = pageSize) {
  const { items, next } = await topBuyers(db, account, query, placeIn(query), size)
  const currency = await accountCurrency(db, account)
  const rows = items.map(({ id, name, amount, orders }) => ({
    buyer: id,
    name,
    orders,
    spent: amount,
    currency,
  }))
  return { items: rows, next }
}

function placeIn({ after }: Query): RankingPosition | undefined {
  const [amount, id] = readCursor(after, 2) ?? []
  return id && Number.isSafeInteger(Number(amount)) ? { amount: Number(amount), id } : undefined
}
