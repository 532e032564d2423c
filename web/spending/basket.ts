import { useQuery } from '@tanstack/react-query'
import { productOf } from '../shop/shops.ts'
import { cartOf } from './cart.ts'
import type { Item } from './items.tsx'
import type { Ordering } from './ordering.ts'
import { purchaseOf } from './purchases.ts'

/** What is to be bought, in one shop. */
export type Basket = { seller: string; shop: string; items: Omit<Item, 'price'>[] }
type Found = { basket: Basket | undefined; problem: Error | null; isLoading: boolean }

export function useBasket(
  account: string,
  { shop = '', product = '', quantity = 1, ...rest }: Ordering,
): Found {
  const { seller = '', again = '' } = rest
  const now = useQuery({ ...productOf(shop, product), enabled: product !== '' })
  const cart = useQuery({ ...cartOf(account), enabled: seller !== '' })
  const before = useQuery({ ...purchaseOf(account, again), enabled: again !== '' })
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
