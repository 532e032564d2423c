import { queryOptions } from '@tanstack/react-query'
import { maxPublicStock } from '../../src/inventory/vocabulary.ts'
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

export const isShortOfStock = ({ available, quantity }: CartItem) =>
  available < quantity && available < maxPublicStock

export const cartSubtotal = ({ items }: CartShop) =>
  items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
