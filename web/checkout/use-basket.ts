import { useQuery } from '@tanstack/react-query'
import { cartQuery } from '../cart/cart-queries.ts'
import { purchaseQuery } from '../purchases/purchase-queries.ts'
import { shopProductQuery } from '../shop/shop-queries.ts'
import type { LineItem } from '../ui/line-items.tsx'
import type { CheckoutParams } from './checkout-params.ts'

/** The items to be bought, from one shop. */
export type Basket = { seller: string; shop: string; items: Omit<LineItem, 'price'>[] }
type Found = { basket: Basket | undefined; problem: Error | null; isLoading: boolean }

export function useBasket(
  account: string,
  { shop = '', product = '', quantity = 1, ...rest }: CheckoutParams,
): Found {
  const { seller = '', again = '' } = rest
  const now = useQuery({ ...shopProductQuery(shop, product), enabled: product !== '' })
  const cart = useQuery({ ...cartQuery(account), enabled: seller !== '' })
  const before = useQuery({ ...purchaseQuery(account, again), enabled: again !== '' })
  const asked = again ? before : seller ? cart : now
  const found = { problem: asked.error, isLoading: asked.isLoading }
  if (again) {
    const it = before.data
    return { ...found, basket: it && { seller: it.seller, shop: it.sellerName ?? '', items: it.items } }
  }
  if (seller) {
    const it = cart.data?.items.find((part) => part.seller === seller)
    return { ...found, basket: it && { seller, shop: it.name, items: it.items } }
  }
  const it = now.data
  const thumb = it?.photos[0]?.thumb ?? null
  const items = it ? [{ product: it.id, title: it.title, quantity, thumb }] : []
  return { ...found, basket: it && { seller: it.shop.id, shop: it.shop.name, items } }
}
