import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../door/errors.ts'
import { holdDealings } from '../door/locks.ts'
import type { Band } from '../ground/config.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import * as inventory from '../inventory/selling.ts'
import { note } from './history.ts'
import { putInParcel } from './parcels.ts'
import { shippingPrice } from './shipping.ts'
import { charges, type Destination, orderItems, orders } from './tables.ts'

export type { Destination }
/** `price`: in a show, if it is another one there. */
export type Wanted = { product: string; quantity: number; price?: number | null | undefined }
export type Buyer = { account: string; accountName: string; person: string; name: string }

/** Minutes in which a buyer can confirm a payment with their bank. */
export const confirmMinutes = 30

/** What some products of a shop cost together. */
export async function price(tx: Tx, seller: string, wanted: Wanted[], bands: Band[]) {
  const found = await inventory.onSale(
    tx,
    seller,
    wanted.map(({ product }) => product),
  )
  // In the order of their ids: so no two buyers wait for each other's products.
  const sorted = [...wanted].sort((one, other) => (one.product < other.product ? -1 : 1))
  const lines = sorted.map(({ product, quantity, price }) => {
    const it = found.find(({ id }) => id === product)
    if (!it) throw new Refusal('not_found')
    if (it.stock < quantity) throw new Refusal('sold_out', { name: it.title, product })
    return { ...it, price: price ?? it.price, quantity }
  })
  const sum = (each: (line: (typeof lines)[number]) => number) =>
    lines.reduce((total, line) => total + each(line) * line.quantity, 0)
  const itemsTotal = sum(({ price }) => price)
  const weightGrams = sum((line) => line.weightGrams)
  const shipping = shippingPrice(bands, weightGrams)
  return { lines, itemsTotal, weightGrams, shipping, total: itemsTotal + shipping }
}

type Sale = {
  seller: { id: string; name: string; currency: string }
  buyer: Buyer
  address: Destination
  method: { provider: string; ref: string; label: string }
  /** The show that it is sold in. */
  show?: string | undefined
}
export type Placing = Sale & {
  wanted: Wanted[]
  /** What the buyer was shown; refused if it is not that any more. */
  total?: number | undefined
  bands: Band[]
}

/**
 * Reserves: takes the stock, writes the order as pending and its charge as started. Runs as the seller's account.
 * @throws Refusal not_found, sold_out or price_changed
 */
export async function place(tx: Tx, placing: Placing): Promise<string> {
  const { seller, buyer, wanted, bands } = placing
  const priced = await price(tx, seller.id, wanted, bands)
  if (placing.total !== undefined && placing.total !== priced.total)
    throw new Refusal('price_changed', { total: priced.total })
  const id = newId('order')
  for (const line of priced.lines)
    await inventory.sell(tx, seller.id, line, { order: id, buyer: buyer.accountName })
  await write(tx, id, placing, priced)
  await charge(tx, id, placing, priced.total)
  return id
}

/**
 * An order of something that stock was taken for already: won in an auction, at its price. Its charge is started.
 * Runs as the seller's account.
 */
export async function placeWon(
  tx: Tx,
  won: Sale & { product: string; price: number; bands: Band[] },
): Promise<string> {
  const id = newId('order')
  const line = {
    ...(await inventory.reserved(tx, won.seller.id, won.product)),
    price: won.price,
    quantity: 1,
  }
  const shipping = shippingPrice(won.bands, line.weightGrams)
  const total = won.price + shipping
  await write(tx, id, won, {
    lines: [line],
    itemsTotal: won.price,
    shipping,
    total,
    weightGrams: line.weightGrams,
  })
  await charge(tx, id, won, total)
  return id
}

/** An order of something that is given: it costs nothing, nothing is charged, and it is to be sent at once. */
export async function placeGift(tx: Tx, gift: Omit<Sale, 'method'> & { product: string }): Promise<string> {
  await holdDealings(tx, gift.seller.id, gift.buyer.account)
  const id = newId('order')
  const line = { ...(await inventory.reserved(tx, gift.seller.id, gift.product)), price: 0, quantity: 1 }
  const free = { lines: [line], itemsTotal: 0, shipping: 0, total: 0, weightGrams: line.weightGrams }
  await write(tx, id, { ...gift, method: { provider: '', ref: '', label: '' } }, free)
  const [order] = await tx
    .update(orders)
    .set({ status: 'pending_fulfillment', paidAt: sql`now()` })
    .where(and(eq(orders.accountId, gift.seller.id), eq(orders.id, id)))
    .returning()
  if (order) await putInParcel(tx, order)
  return id
}

type Line = Awaited<ReturnType<typeof inventory.reserved>> & { price: number; quantity: number }
type Priced = { lines: Line[]; itemsTotal: number; shipping: number; total: number; weightGrams: number }

async function write(tx: Tx, id: string, { seller, buyer, address, method, show }: Sale, priced: Priced) {
  const key = { accountId: seller.id, buyerId: buyer.account, id }
  await tx.insert(orders).values({
    ...key,
    sellerName: seller.name,
    buyerName: buyer.accountName,
    currency: seller.currency,
    itemsTotal: priced.itemsTotal,
    shipping: priced.shipping,
    total: priced.total,
    weightGrams: priced.weightGrams,
    address,
    method: method.label,
    personId: buyer.person,
    personName: buyer.name,
    showId: show ?? null,
    search: [
      codeOf(id),
      buyer.accountName,
      address.name,
      ...priced.lines.flatMap(({ title, sku }) => [title, sku]),
    ]
      .join(' ')
      .toLowerCase(),
  })
  await tx.insert(orderItems).values(
    priced.lines.map(({ id: productId, title, sku, price, quantity, photoId }, position) => ({
      accountId: seller.id,
      buyerId: buyer.account,
      orderId: id,
      position,
      productId,
      title,
      sku,
      price,
      quantity,
      photoId,
    })),
  )
  await note(tx, key, 'placed', { side: 'buyer', name: buyer.name })
}

const charge = (tx: Tx, id: string, { seller, buyer, method }: Sale, amount: number) =>
  tx.insert(charges).values({
    accountId: seller.id,
    buyerId: buyer.account,
    orderId: id,
    provider: method.provider,
    methodRef: method.ref,
    amount,
    currency: seller.currency,
    expiresAt: sql`now() + ${`${confirmMinutes} minutes`}::interval`,
  })

/** What people call an order: the last eight characters of its id. */
export const codeOf = (id: string): string => id.slice(-8).toUpperCase()

/** Orders that are not over yet, of an account that sells or buys. */
export async function openOrders(tx: Tx, account: string): Promise<number> {
  const open = inArray(orders.status, ['pending', 'pending_fulfillment'])
  const [sold] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(orders)
    .where(and(eq(orders.accountId, account), open))
  const [bought] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(orders)
    .where(and(eq(orders.buyerId, account), open))
  return (sold?.count ?? 0) + (bought?.count ?? 0)
}
