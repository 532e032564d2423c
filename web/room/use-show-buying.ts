import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Answer, call, Problem } from '../api.ts'
import { newKey } from '../shell/new-key.ts'
import type { Account } from '../shell/session.ts'
import { purchaseOf } from '../spending/purchases.ts'
import { isUnsure } from '../spending/use-buying.ts'

export type ShowQuote = Answer<'POST /accounts/:account/show-purchases/quote'>
type Basket = { show: string; product: string; quantity: number }

const quoteOf = (account: string, basket: Basket) =>
  queryOptions({
    queryKey: [account, 'quote', basket],
    queryFn: () =>
      call('POST /accounts/:account/show-purchases/quote', { params: { account }, input: basket }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })

/** What it costs with shipping, and buying it for just that, once, however often the button is pressed. */
export function useShowBuying({ id: account }: Account, basket: Basket) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [key, setKey] = useState(newKey)
  const quote = useQuery(quoteOf(account, basket))
  const mutationKey = [account, 'buying', basket.show]
  const buying = useMutation({
    mutationKey,
    mutationFn: (given: { total: number; address: string; method: string }) =>
      call('POST /accounts/:account/show-purchases', {
        params: { account },
        input: { ...basket, ...given },
        key,
      }),
    onSuccess: async (purchase) => {
      setKey(newKey())
      queries.setQueryData(purchaseOf(account, purchase.id).queryKey, purchase)
      if (purchase.confirm?.url) return window.location.assign(purchase.confirm.url)
      if (purchase.confirm)
        await navigate({
          to: '/dashboard/$account/spending/purchases/$purchase/confirm',
          params: { account, purchase: purchase.id },
        })
    },
    onError: (problem) => {
      // Whether it was bought is known: the next press is another purchase.
      if (!isUnsure(problem)) setKey(newKey())
      void queries.invalidateQueries({ queryKey: [account, 'quote'] })
    },
  })
  return {
    quote,
    buying,
    isUnsure: isUnsure(buying.error),
    isChanged: buying.error instanceof Problem && buying.error.code === 'price_changed',
    buy: (given: { total: number; address: string; method: string }) => {
      if (queries.isMutating({ mutationKey }) === 0) buying.mutate(given)
    },
  }
}
