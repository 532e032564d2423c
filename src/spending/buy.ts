import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { lockTrade } from '../access/locks.ts'
import { Refusal } from '../errors/refusal.ts'
import { placeOrder, priceProducts, type WantedProduct } from '../orders/payment/place-order.ts'
import { orderCode } from '../orders/sale/order-code.ts'
import type { OrderRef } from '../orders/settlement.ts'
import { findPaymentMethod, listPaymentMethods, paymentMethodLabel } from '../payments/payment-methods.ts'
import type { ShippingBand } from '../platform/config.ts'
import type { Tx } from '../platform/database/database.ts'
import { actingForOtherAccount, scopeOf } from '../platform/database/scope.ts'
import { idReference } from '../platform/text-schemas.ts'
import { findAddress, listAddresses } from './addresses.ts'
import { removeFromCart } from './cart.ts'
import { findPublishedShop } from './shop-offers.ts'
import { maxPurchaseQuantity } from './vocabulary.ts'

const items = z
  .array(z.strictObject({ product: idReference, quantity: z.int().min(1).max(maxPurchaseQuantity) }))
  .min(1)
  .max(50)
  .refine((items) => new Set(items.map(({ product }) => product)).size === items.length, {
    params: { code: 'twice' },
  })
export const Basket = z.strictObject({ seller: idReference, items })
export const NewPurchase = z.strictObject({
  ...Basket.shape,
  address: idReference
    .optional()
    .describe("The id of one of the account's addresses. Default: the preferred one."),
  method: idReference.optional(),
  total: z
    .int()
    .min(1)
    .optional()
    .describe(
      'The total that the buyer was shown, in minor units. If the purchase costs a different amount now, it is refused.',
    ),
})

export const PurchaseQuote = z.object({
  currency: z.string(),
  items: z.array(z.object({ product: z.string(), title: z.string(), price: z.int(), quantity: z.int() })),
  itemsTotal: z.int(),
  shipping: z.int(),
  total: z.int(),
})

/**
 * What a purchase would cost, including shipping.
 * @throws Refusal own_shop, not_found or sold_out
 */
export async function quotePurchase(
  db: Tx,
  actor: Actor,
  { seller, items }: { seller: string; items: WantedProduct[] },
  bands: ShippingBand[],
): Promise<z.input<typeof PurchaseQuote>> {
  if (seller === actor.account) throw new Refusal('own_shop')
  const { currency } = await findPublishedShop(db, seller)
  const priced = await actingForOtherAccount(db, seller, scopeOf(actor), () =>
    priceProducts(db, seller, items, bands),
  )
  return {
    currency,
    items: priced.lines.map(({ id, title, price, quantity }) => ({ product: id, title, price, quantity })),
    itemsTotal: priced.itemsTotal,
    shipping: priced.shipping,
    total: priced.total,
  }
}

/**
 * Reserves a purchase by the actor's account in another account's shop or show. This takes the trade lock of both
 * accounts, reads the buyer's address and payment method in the buyer's scope, and writes the order in the seller's
 * scope. Nothing is charged yet.
 * @param sold the show in which the purchase is made, and a check that runs in the seller's scope
 * @throws Refusal own_shop, not_found, no_address, no_payment_method, sold_out or price_changed
 */
export async function reservePurchase(
  db: Tx,
  actor: Actor,
  input: Omit<z.output<typeof NewPurchase>, 'items'> & { items: WantedProduct[] },
  bands: ShippingBand[],
  sold: { show: string; check(): Promise<void> } | undefined = undefined,
): Promise<OrderRef> {
  if (input.seller === actor.account) throw new Refusal('own_shop')
  await lockTrade(db, actor.account, input.seller)
  const shop = await findPublishedShop(db, input.seller)
  const address = await purchaseAddress(db, actor, input.address)
  const method = await purchaseMethod(db, actor, input.method)
  const order = await actingForOtherAccount(db, shop.id, scopeOf(actor), async () => {
    await sold?.check()
    return placeOrder(db, {
      seller: shop,
      buyer: actor,
      wanted: input.items,
      address,
      method: { provider: method.provider, ref: method.ref, label: paymentMethodLabel(method) },
      total: input.total,
      show: sold?.show,
      bands,
    })
  })
  await removeFromCart(
    db,
    actor,
    input.items.map(({ product }) => product),
  )
  await recordAct(db, actor, {
    act: 'spending.bought',
    subject: { id: order, name: orderCode(order) },
    details: { shop: shop.name },
  })
  return { seller: shop.id, order }
}

/**
 * The chosen address, or else the preferred one.
 * @throws Refusal not_found or no_address
 */
export async function purchaseAddress(db: Tx, actor: Actor, id: string | undefined) {
  const found = id ? await findAddress(db, actor, id) : (await listAddresses(db, actor)).items[0]
  if (!found) throw new Refusal('no_address')
  const { name, line1, line2, postalCode, city, region, country } = found
  return { name, line1, line2, postalCode, city, region, country }
}

/**
 * The chosen payment method, or else the preferred one.
 * @throws Refusal not_found or no_payment_method
 */
export async function purchaseMethod(db: Tx, actor: Actor, id: string | undefined) {
  const found = id ? await findPaymentMethod(db, actor, id) : (await listPaymentMethods(db, actor)).items[0]
  if (!found) throw new Refusal('no_payment_method')
  return found
}
