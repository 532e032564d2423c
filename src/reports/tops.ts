import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor } from '../ground/page.ts'
import { currencyOf } from '../ledger/balance.ts'
import { type Place, topBuyers, topProducts } from '../orders/figures.ts'
import { PeriodQuery } from './sales.ts'

export const TopQuery = PeriodQuery.extend({ after })
type Query = z.output<typeof TopQuery>

export const ProductSold = z
  .object({
    product: z.string(),
    /** As it was last sold. */
    title: z.string(),
    quantity: z.int(),
    orders: z.int(),
    /** What was paid for it, without shipping and before refunds of a part; cancelled orders do not count. */
    revenue: z.int(),
    currency: z.string(),
  })
  .meta({ id: 'ProductSold' })

export const BuyerSum = z
  .object({
    buyer: z.string(),
    /** Null once that account is deleted. */
    name: z.string().nullable(),
    orders: z.int(),
    /** What they paid, shipping included and before refunds of a part; cancelled orders do not count. */
    spent: z.int(),
    currency: z.string(),
  })
  .meta({ id: 'BuyerSum' })

/** The products that brought in most. */
export async function products(db: Tx, { account }: Actor, query: Query, size = pageSize) {
  const { items, next } = await topProducts(db, account, query, placeIn(query), size)
  const currency = await currencyOf(db, account)
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

/** The buyers who spent most. */
export async function buyers(db: Tx, { account }: Actor, query: Query, size = pageSize) {
  const { items, next } = await topBuyers(db, account, query, placeIn(query), size)
  const currency = await currencyOf(db, account)
  const rows = items.map(({ id, name, amount, orders }) => ({
    buyer: id,
    name,
    orders,
    spent: amount,
    currency,
  }))
  return { items: rows, next }
}

function placeIn({ after }: Query): Place | undefined {
  const [amount, id] = readCursor(after, 2) ?? []
  return id && Number.isSafeInteger(Number(amount)) ? { amount: Number(amount), id } : undefined
}
