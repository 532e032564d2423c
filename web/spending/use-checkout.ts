import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAccount } from '../shell/account.ts'
import { type Basket, useBasket } from './basket.ts'
import type { Ordering } from './ordering.ts'
import { quoteOf } from './quote.ts'
import { useBuying } from './use-buying.ts'

/** What is to be bought, what it costs now, and buying it. */
export function useCheckout(ordering: Ordering) {
  const { id } = useAccount()
  const { buying, buy, buyAnew } = useBuying(ordering)
  const [leftOut, setLeftOut] = useState<string[]>([])
  const { basket: present, problem, isLoading } = useBasket(id, ordering)
  // The cart lets go of what is being bought: before the answer is here, and also when that is lost on the way.
  const sent = buying.variables?.basket
  const whole = buying.isPending || buying.isSuccess ? sent : (present ?? sent)
  const basket = whole && without(whole, leftOut)
  const quote = useQuery(quoteOf(id, basket))
  const isEmpty = !isLoading && !problem && (basket?.items ?? []).length === 0
  return {
    basket: isEmpty ? undefined : basket,
    quote,
    buying,
    buy,
    buyAnew,
    isEmpty,
    isLoading: isLoading && !basket,
    problem: basket ? null : problem,
    /** Goes on without one of several products. */
    leaveOut: (product: string) => setLeftOut([...leftOut, product]),
  }
}
export type Checkout = ReturnType<typeof useCheckout>

const without = (basket: Basket, leftOut: string[]): Basket => ({
  ...basket,
  items: basket.items.filter(({ product }) => !leftOut.includes(product)),
})
