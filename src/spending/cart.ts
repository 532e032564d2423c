import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { reference } from '../ground/text.ts'
import { thumbOf } from '../inventory/photo-address.ts'
import { offered, type Shop, shopOf } from './shops.ts'
import { cartItems } from './tables.ts'

const quantity = z.int().min(1).max(999)
export const CartAddition = z.strictObject({ seller: reference, product: reference, quantity })
export const CartChange = z.strictObject({ quantity })

/** A shop's part of the cart: what is bought together, in one order. */
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
        /** How many there are, as far as the shop tells; 0: sold out. */
        available: z.int(),
        thumb: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CartShop' })
export const Cart = z.object({ items: z.array(CartShop), next: z.null() })

/**
 * Puts so many more into the cart.
 * @throws Refusal own_shop, not_found or sold_out
 */
export async function add(db: Tx, actor: Actor, input: z.output<typeof CartAddition>) {
  const { seller, product, quantity } = input
  if (seller === actor.account) throw new Refusal('own_shop')
  const [found] = await offered(db, [{ seller, product }])
  if (found?.seller !== seller) throw new Refusal('not_found')
  if (found.available === 0) throw new Refusal('sold_out', { name: found.title, product })
  await db
    .insert(cartItems)
    .values({ accountId: actor.account, sellerId: seller, productId: product, quantity })
    .onConflictDoUpdate({
      target: [cartItems.accountId, cartItems.sellerId, cartItems.productId],
      set: { quantity: sql`least(${cartItems.quantity} + ${quantity}, 999)` },
    })
  await tellCart(db, actor)
  return show(db, actor)
}

/** @throws Refusal not_found */
export async function change(
  db: Tx,
  actor: Actor,
  product: string,
  { quantity }: z.output<typeof CartChange>,
) {
  const [changed] = await db
    .update(cartItems)
    .set({ quantity })
    .where(line(actor, [product]))
    .returning()
  if (!changed) throw new Refusal('not_found')
  await tellCart(db, actor)
  return show(db, actor)
}

export async function remove(db: Tx, actor: Actor, products: string[]) {
  await db.delete(cartItems).where(line(actor, products))
  await tellCart(db, actor)
  return show(db, actor)
}

/** Shop by shop, with what the shops say now. What a shop does not show any more has left the cart. */
export async function show(db: Tx, { account }: Actor): Promise<z.input<typeof Cart>> {
  const lines = await db
    .select()
    .from(cartItems)
    .where(eq(cartItems.accountId, account))
    .orderBy(asc(cartItems.createdAt), asc(cartItems.productId))
  const offers = await offered(
    db,
    lines.map(({ sellerId, productId }) => ({ seller: sellerId, product: productId })),
  )
  const shops = new Map<string, Shop>()
  const items: z.input<typeof CartShop>[] = []
  for (const { sellerId, productId, quantity } of lines) {
    const offer = offers.find(({ seller, product }) => seller === sellerId && product === productId)
    if (!offer) continue
    const shop = shops.get(sellerId) ?? (await shopOf(db, sellerId))
    shops.set(sellerId, shop)
    let part = items.find(({ seller }) => seller === sellerId)
    if (!part) {
      part = { seller: shop.id, username: shop.username, name: shop.name, currency: shop.currency, items: [] }
      items.push(part)
    }
    const { product, title, price, available, photo } = offer
    const thumb = thumbOf(sellerId, photo)
    part.items.push({ product, title, price, available, quantity, thumb })
  }
  return { items, next: null }
}

const line = ({ account }: Actor, products: string[]) =>
  and(eq(cartItems.accountId, account), inArray(cartItems.productId, products))

const tellCart = (db: Tx, { account }: Actor) =>
  tell(db, { kind: 'changed', account, what: 'cart', permission: 'money.spend' })
