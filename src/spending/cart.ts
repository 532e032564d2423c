import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'
import { thumbnailUrl } from '../platform/files/photo-urls.ts'
import { idReference } from '../platform/text-schemas.ts'
import type { PublishedShop } from '../shops/shop.ts'
import { findPublishedShop, findShopOffers } from './shop-offers.ts'
import { cartItems } from './tables.ts'
import { maxPurchaseQuantity } from './vocabulary.ts'

const quantity = z.int().min(1).max(maxPurchaseQuantity)
export const CartAddition = z.strictObject({ seller: idReference, product: idReference, quantity })
export const CartChange = z.strictObject({ quantity })

/** The part of the cart that contains one shop's products, which are bought in one order. */
export const CartShop = z
  .object({
    seller: z.string(),
    username: z.string(),
    name: z.string(),
    currency: z.string(),
    items: z.array(
      z.object({
        product: z.string(),
        title: z.string(),
        price: z.int(),
        quantity: z.int(),
        available: z.int().describe('How many are available, at most 10; 0: sold out.'),
        thumb: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CartShop' })
export const Cart = z.object({ items: z.array(CartShop), next: z.null() })

/**
 * Adds this quantity of a product to the cart.
 * @throws Refusal own_shop, not_found or sold_out
 */
export async function addToCart(db: Tx, actor: Actor, input: z.output<typeof CartAddition>) {
  const { seller, product, quantity } = input
  if (seller === actor.account) throw new Refusal('own_shop')
  const [found] = await findShopOffers(db, [{ seller, product }])
  if (found?.seller !== seller) throw new Refusal('not_found')
  if (found.available === 0) throw new Refusal('sold_out', { name: found.title, product })
  await db
    .insert(cartItems)
    .values({ accountId: actor.account, sellerId: seller, productId: product, quantity })
    .onConflictDoUpdate({
      target: [cartItems.accountId, cartItems.sellerId, cartItems.productId],
      set: { quantity: sql`least(${cartItems.quantity} + ${quantity}, ${maxPurchaseQuantity})` },
    })
  await publishCart(db, actor)
  return findCart(db, actor)
}

/**
 * Changes a quantity in the cart.
 * @throws Refusal not_found
 */
export async function changeCartQuantity(
  db: Tx,
  actor: Actor,
  product: string,
  { quantity }: z.output<typeof CartChange>,
) {
  const [changed] = await db
    .update(cartItems)
    .set({ quantity })
    .where(cartRows(actor, [product]))
    .returning()
  if (!changed) throw new Refusal('not_found')
  await publishCart(db, actor)
  return findCart(db, actor)
}

export async function removeFromCart(db: Tx, actor: Actor, products: string[]) {
  await db.delete(cartItems).where(cartRows(actor, products))
  await publishCart(db, actor)
  return findCart(db, actor)
}

/** Reads the cart by shop, with current prices and stock. Products that are no longer offered are left out. */
export async function findCart(db: Tx, { account }: Actor): Promise<z.input<typeof Cart>> {
  const lines = await db
    .select()
    .from(cartItems)
    .where(eq(cartItems.accountId, account))
    .orderBy(asc(cartItems.createdAt), asc(cartItems.productId))
  const offers = await findShopOffers(
    db,
    lines.map(({ sellerId, productId }) => ({ seller: sellerId, product: productId })),
  )
  const shops = new Map<string, PublishedShop>()
  const items: z.input<typeof CartShop>[] = []
  for (const { sellerId, productId, quantity } of lines) {
    const offer = offers.find(({ seller, product }) => seller === sellerId && product === productId)
    if (!offer) continue
    const shop = shops.get(sellerId) ?? (await findPublishedShop(db, sellerId))
    shops.set(sellerId, shop)
    let part = items.find(({ seller }) => seller === sellerId)
    if (!part) {
      part = { seller: shop.id, username: shop.username, name: shop.name, currency: shop.currency, items: [] }
      items.push(part)
    }
    const { product, title, price, available, photo } = offer
    const thumb = thumbnailUrl(sellerId, photo)
    part.items.push({ product, title, price, available, quantity, thumb })
  }
  return { items, next: null }
}

const cartRows = ({ account }: Actor, products: string[]) =>
  and(eq(cartItems.accountId, account), inArray(cartItems.productId, products))

const publishCart = (db: Tx, { account }: Actor) =>
  publish(db, { kind: 'changed', account, what: 'cart', permission: 'money.spend' })
