import { hashKey, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAccount } from '../session/account-context.ts'
import type { CheckoutParams } from './checkout-params.ts'
import { quoteQuery } from './quote-queries.ts'
import { type Basket, useBasket } from './use-basket.ts'
import { usePlaceOrder } from './use-place-order.ts'
import { useTotalChange } from './use-total-change.ts'

/** The items, their current price, and the function that buys them. */
export function useCheckout(ordering: CheckoutParams) {
  const { id } = useAccount()
  const { buying, buy, buyAnew } = usePlaceOrder(ordering)
  const [leftOut, setLeftOut] = useState<string[]>([])
  const present = useBasket(id, ordering)
  // What is being bought leaves the cart before its answer arrives, or even if the answer is lost. Therefore the
  // submitted basket is shown.
  const sent = buying.variables?.basket
  const whole = buying.isPending || buying.isSuccess ? sent : (present ?? sent)
  const basket = whole && without(whole, leftOut)
  const query = quoteQuery(id, basket)
  const quote = useQuery(query)
  const totalChange = useTotalChange(
    hashKey(query.queryKey),
    quote.isPlaceholderData ? undefined : quote.data,
  )
  const isEmpty = (basket?.items ?? []).length === 0
  return {
    basket: isEmpty ? undefined : basket,
    quote,
    totalChange,
    buying,
    buy,
    buyAnew,
    /** Continues without one of several products. */
    leaveOut: (product: string) => setLeftOut([...leftOut, product]),
  }
}
export type Checkout = ReturnType<typeof useCheckout>

const without = (basket: Basket, leftOut: string[]): Basket => ({
  ...basket,
  items: basket.items.filter(({ product }) => !leftOut.includes(product)),
})
