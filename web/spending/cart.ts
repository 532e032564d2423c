import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type Cart = Answer<'GET /accounts/:account/cart'>
export type CartShop = Cart['items'][number]
export type CartItem = CartShop['items'][number]

export const cartOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'cart'],
    queryFn: () => call('GET /accounts/:account/cart', { params: { account } }),
  })

/** Whether there are as many as are wanted. Beyond 10, shops do not tell how many there are. */
export const mostTold = 10
export const isMissing = ({ available, quantity }: CartItem) => available < quantity && available < mostTold

export const subtotal = ({ items }: CartShop) =>
  items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
