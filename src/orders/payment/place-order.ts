import { eq, sql } from 'drizzle-orm'
import { lockDealings } from '../../access/locks.ts'
import { accounts } from '../../access/tables.ts'
import { Refusal } from '../../errors/refusal.ts'
import { findReservedProduct, productsOnSale, takeFromStock } from '../../inventory/reserve-stock.ts'
import type { ShippingBand } from '../../platform/config.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/ids.ts'
import { orderCode } from '../sale/order-code.ts'
import { addOrderStep } from '../sale/order-history.ts'
import { charges, orderItems, orders, type ShippingAddress } from '../sale/tables.ts'
import { addOrderToShipment } from '../shipping/shipment-orders.ts'
import { shippingPrice } from '../shipping/shipping-price.ts'

export type { ShippingAddress }
/** A product that the buyer wants. `price` is its price in the show, if it differs from the shop's. */
export type WantedProduct = { product: string; quantity: number; price?: number | null | undefined }
export type OrderBuyer = { account: string; accountName: string; person: string; name: string }

/** How many minutes a buyer has to confirm a payment with their bank. */
export const confirmMinutes = 30

/** Finds the prices of a shop's products and the price of shipping all of them together. */
export async function priceProducts(tx: Tx, seller: string, wanted: WantedProduct[], bands: ShippingBand[]) {
  const found = await productsOnSale(
    tx,
    seller,
    wanted.map(({ product }) => product),
  )
  // In the order of the product ids, so that two buyers cannot deadlock.
  const sorted = [...wanted].sort((one, other) => (one.product < other.product ? -1 : 1))
  const lines = sorted.map(({ product, quantity, price }) => {
    const it = found.find(({ id }) => id === product)
    if (!it) throw new Refusal('not_found')
    if (it.quantity < quantity) throw new Refusal('sold_out', { name: it.title, product })
    return { ...it, price: price ?? it.price, quantity }
  })
  const sum = (each: (line: (typeof lines)[number]) => number) =>
    lines.reduce((total, line) => total + each(line) * line.quantity, 0)
  const itemsTotal = sum(({ price }) => price)
  const weightGrams = sum((line) => line.weightGrams)
  const shipping = shippingPrice(bands, weightGrams)
  return { lines, itemsTotal, weightGrams, shipping, total: itemsTotal + shipping }
}

/** Reads those fields of a seller's account that an order needs. */
export async function findSeller(tx: Tx, account: string) {
  const [found] = await tx
    .select({ id: accounts.id, name: accounts.name, currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, account))
  return found as NonNullable<typeof found>
}

type Sale = {
  seller: { id: string; name: string; currency: string }
  buyer: OrderBuyer
  address: ShippingAddress
  method: { provider: string; ref: string; label: string }
  /** The show in which the order is placed; undefined for the shop's page. */
  show?: string | undefined
}
export type OrderToPlace = Sale & {
  wanted: WantedProduct[]
  /** The total that the buyer was shown. If the order costs a different amount now, it is refused. */
  total?: number | undefined
  bands: ShippingBand[]
}

/**
 * Reserves an order: takes its items from stock and stores the order as pending and its charge as started. Must run in
 * the seller's scope.
 * @throws Refusal not_found, sold_out or price_changed
 */
export async function placeOrder(tx: Tx, placing: OrderToPlace): Promise<string> {
  const { seller, buyer, wanted, bands } = placing
  const priced = await priceProducts(tx, seller.id, wanted, bands)
  if (placing.total !== undefined && placing.total !== priced.total)
    throw new Refusal('price_changed', { total: priced.total })
  const id = newId('order')
  for (const line of priced.lines)
    await takeFromStock(tx, seller.id, line, { order: id, buyer: buyer.accountName })
  await insertOrder(tx, id, placing, priced)
  await insertCharge(tx, id, placing, priced.total)
  return id
}

/**
 * Places an order for a product that was won in an auction and is already taken from stock. Its charge is stored as
 * started. Must run in the seller's scope.
 */
export async function placeWonOrder(
  tx: Tx,
  won: Sale & { product: string; price: number; bands: ShippingBand[] },
): Promise<string> {
  const id = newId('order')
  const line = {
    ...(await findReservedProduct(tx, won.seller.id, won.product)),
    price: won.price,
    quantity: 1,
  }
  const shipping = shippingPrice(won.bands, line.weightGrams)
  const total = won.price + shipping
  await insertOrder(tx, id, won, {
    lines: [line],
    itemsTotal: won.price,
    shipping,
    total,
    weightGrams: line.weightGrams,
  })
  await insertCharge(tx, id, won, total)
  return id
}

/** Places an order for the prize of a giveaway. It costs nothing and can be sent at once. */
export async function placeGiftOrder(
  tx: Tx,
  gift: Omit<Sale, 'method'> & { product: string },
): Promise<string> {
  await lockDealings(tx, gift.seller.id, gift.buyer.account)
  const id = newId('order')
  const line = { ...(await findReservedProduct(tx, gift.seller.id, gift.product)), price: 0, quantity: 1 }
  const priced = { lines: [line], itemsTotal: 0, shipping: 0, total: 0, weightGrams: line.weightGrams }
  await insertOrder(tx, id, { ...gift, method: { provider: '', ref: '', label: '' } }, priced)
  const [order] = await tx
    .update(orders)
    .set({ status: 'pending_fulfillment', paidAt: sql`now()` })
    .where(byKey(orders, gift.seller.id, id))
    .returning()
  if (order) await addOrderToShipment(tx, order)
  return id
}

type Line = Awaited<ReturnType<typeof findReservedProduct>> & { price: number; quantity: number }
type Priced = { lines: Line[]; itemsTotal: number; shipping: number; total: number; weightGrams: number }

async function insertOrder(
  tx: Tx,
  id: string,
  { seller, buyer, address, method, show }: Sale,
  priced: Priced,
) {
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
      orderCode(id),
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
  await addOrderStep(tx, key, 'placed', { side: 'buyer', name: buyer.name })
}

const insertCharge = (tx: Tx, id: string, { seller, buyer, method }: Sale, amount: number) =>
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
