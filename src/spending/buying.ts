import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { holdTrade } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { Band } from '../ground/config.ts'
import type { Tx } from '../ground/db.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { reference } from '../ground/text.ts'
import { codeOf, place, price, type Wanted } from '../orders/placing.ts'
import type { OrderRef } from '../orders/settling.ts'
import * as methods from '../payments/methods.ts'
import * as addresses from './addresses.ts'
import * as cart from './cart.ts'
import { shopOf } from './shops.ts'

const items = z
  .array(z.strictObject({ product: reference, quantity: z.int().min(1).max(999) }))
  .min(1)
  .max(50)
  .refine((items) => new Set(items.map(({ product }) => product)).size === items.length, {
    params: { code: 'twice' },
  })
export const Basket = z.strictObject({ seller: reference, items })
export const NewPurchase = z.strictObject({
  ...Basket.shape,
  /** One of the account's. Left out: the preferred one. */
  address: reference.optional(),
  method: reference.optional(),
  /** What the buyer was shown; the purchase is refused if it costs something else by now. */
  total: z.int().min(1).optional(),
})

export const Quote = z.object({
  currency: z.string(),
  items: z.array(z.object({ product: z.string(), title: z.string(), price: z.int(), quantity: z.int() })),
  itemsTotal: z.int(),
  shipping: z.int(),
  total: z.int(),
})

/**
 * What it would cost, shipping included.
 * @throws Refusal own_shop, not_found or sold_out
 */
export async function quote(
  db: Tx,
  actor: Actor,
  { seller, items }: { seller: string; items: Wanted[] },
  bands: Band[],
): Promise<z.input<typeof Quote>> {
  if (seller === actor.account) throw new Refusal('own_shop')
  const { currency } = await shopOf(db, seller)
  const priced = await onTheSideOf(db, seller, { as: 'account', ...actor }, () =>
    price(db, seller, items, bands),
  )
  return {
    ...priced,
    currency,
    items: priced.lines.map(({ id, title, price, quantity }) => ({ product: id, title, price, quantity })),
  }
}

/**
 * Reserves a purchase of the actor's account in another one's shop, or show: both accounts' trade is held, the buyer's
 * address and method are read as the buyer, and the order is written on the seller's side. Nothing is charged yet.
 * @param sold in which show, and what must hold there, asked on the seller's side
 * @throws Refusal own_shop, not_found, no_address, no_payment_method, sold_out or price_changed
 */
export async function buy(
  db: Tx,
  actor: Actor,
  input: Omit<z.output<typeof NewPurchase>, 'items'> & { items: Wanted[] },
  bands: Band[],
  sold: { show: string; check(): Promise<void> } | undefined = undefined,
): Promise<OrderRef> {
  if (input.seller === actor.account) throw new Refusal('own_shop')
  await holdTrade(db, actor.account, input.seller)
  const shop = await shopOf(db, input.seller)
  const address = await addressOf(db, actor, input.address)
  const method = await methodOf(db, actor, input.method)
  const order = await onTheSideOf(db, shop.id, { as: 'account', ...actor }, async () => {
    await sold?.check()
    return place(db, {
      seller: shop,
      buyer: actor,
      wanted: input.items,
      address,
      method: { provider: method.provider, ref: method.ref, label: methods.label(method) },
      total: input.total,
      show: sold?.show,
      bands,
    })
  })
  await cart.remove(
    db,
    actor,
    input.items.map(({ product }) => product),
  )
  await record(db, actor, {
    act: 'spending.bought',
    subject: { id: order, name: codeOf(order) },
    details: { shop: shop.name },
  })
  return { seller: shop.id, order }
}

/** @throws Refusal no_address */
export async function addressOf(db: Tx, actor: Actor, id: string | undefined) {
  const found = id ? await addresses.find(db, actor, id) : (await addresses.list(db, actor)).items[0]
  if (!found) throw new Refusal('no_address')
  const { name, line1, line2, postalCode, city, region, country } = found
  return { name, line1, line2, postalCode, city, region, country }
}

/** @throws Refusal no_payment_method */
export async function methodOf(db: Tx, actor: Actor, id: string | undefined) {
  const found = id ? await methods.find(db, actor, id) : (await methods.list(db, actor)).items[0]
  if (!found) throw new Refusal('no_payment_method')
  return found
}
