import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isOutcomeUnknown } from '../checkout/use-place-order.ts'
import { type Answer, ApiProblem, callApi } from '../data/api.ts'
import { newIdempotencyKey } from '../data/idempotency-key.ts'
import { purchaseKeys, quoteKeys } from '../data/query-keys.ts'
import { purchaseQuery } from '../purchases/purchase-queries.ts'
import type { Account } from '../session/me-queries.ts'

export type ShowQuote = Answer<'POST /accounts/:account/show-purchases/quote'>
type Basket = { show: string; product: string; quantity: number }

const quoteOf = (account: string, basket: Basket) =>
  queryOptions({
    queryKey: quoteKeys.inShow(account, basket),
    queryFn: () =>
      callApi('POST /accounts/:account/show-purchases/quote', { params: { account }, input: basket }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })

/**
 * The price with shipping, and the function that buys at exactly this price, once even if the button is pressed
 * repeatedly.
 */
export function useShowPurchase({ id: account }: Account, basket: Basket) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [key, setKey] = useState(newIdempotencyKey)
  const quote = useQuery(quoteOf(account, basket))
  const mutationKey = purchaseKeys.buying(account, basket.show)
  const buying = useMutation({
    mutationKey,
    mutationFn: (given: { total: number; address: string; method: string }) =>
      callApi('POST /accounts/:account/show-purchases', {
        params: { account },
        input: { ...basket, ...given },
        key,
      }),
    onSuccess: async (purchase) => {
      setKey(newIdempotencyKey())
      queries.setQueryData(purchaseQuery(account, purchase.id).queryKey, purchase)
      if (purchase.confirm?.url) return window.location.assign(purchase.confirm.url)
      if (purchase.confirm)
        await navigate({
          to: '/dashboard/$account/spending/purchases/$purchase/confirm',
          params: { account, purchase: purchase.id },
        })
    },
    onError: (problem) => {
      // The result is known, so the next click is another purchase.
      if (!isOutcomeUnknown(problem)) setKey(newIdempotencyKey())
      void queries.invalidateQueries({ queryKey: quoteKeys.all(account) })
    },
  })
  return {
    quote,
    buying,
    isUnsure: isOutcomeUnknown(buying.error),
    isChanged: buying.error instanceof ApiProblem && buying.error.code === 'price_changed',
    buy: (given: { total: number; address: string; method: string }) => {
      if (queries.isMutating({ mutationKey }) === 0) buying.mutate(given)
    },
  }
}
