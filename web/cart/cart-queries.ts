import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { cartKeys } from '../data/query-keys.ts'

export type Cart = Answer<'GET /accounts/:account/cart'>
export type CartShop = Cart['items'][number]
export type CartItem = CartShop['items'][number]

export const cartQuery = (account: string) =>
  queryOptions({
    queryKey: cartKeys.one(account),
    queryFn: () => callApi('GET /accounts/:account/cart', { params: { account } }),
  })

/** The largest stock that shops show. */
export const maxToldStock = 10
export const isShortOfStock = ({ available, quantity }: CartItem) =>
  available < quantity && available < maxToldStock

export const cartSubtotal = ({ items }: CartShop) =>
  items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
