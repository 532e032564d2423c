import { cartQuery } from '../cart/cart-queries.ts'
import { useOptionalQuery } from '../data/use-optional-query.ts'
import { purchaseQuery } from '../purchases/purchase-queries.ts'
import { shopProductQuery } from '../shop/shop-queries.ts'
import type { LineItem } from '../ui/line-items.tsx'
import type { CheckoutParams } from './checkout-params.ts'

/** The items to be bought, from one shop. */
export type Basket = { seller: string; shop: string; items: Omit<LineItem, 'price'>[] }

/** Where the items come from: an earlier purchase, the cart, or a product's page. At most one of the three. */
const sourcesOf = (account: string, { shop, product, seller, again }: CheckoutParams) => ({
  purchase: again ? purchaseQuery(account, again) : undefined,
  cart: seller ? cartQuery(account) : undefined,
  offer: shop && product ? shopProductQuery(shop, product) : undefined,
})

/** The queries that `useBasket` reads. */
export const basketQueries = (account: string, params: CheckoutParams) =>
  Object.values(sourcesOf(account, params)).filter((query) => query !== undefined)

/** The items that the address asks for; undefined if there are none (any more). */
export function useBasket(account: string, params: CheckoutParams): Basket | undefined {
  const sources = sourcesOf(account, params)
  const purchase = useOptionalQuery(sources.purchase)
  const cart = useOptionalQuery(sources.cart)
  const offer = useOptionalQuery(sources.offer)
  if (purchase) return { seller: purchase.seller, shop: purchase.sellerName ?? '', items: purchase.items }
  if (offer) {
    const { id, title, shop, photos } = offer
    const { quantity = 1 } = params
    return {
      seller: shop.id,
      shop: shop.name,
      items: [{ product: id, title, quantity, thumb: photos[0]?.thumb ?? null }],
    }
  }
  const section = cart?.items.find(({ seller }) => seller === params.seller)
  return section && { seller: section.seller, shop: section.name, items: section.items }
}
