import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { quoteKeys } from '../data/query-keys.ts'
import type { Basket } from './use-basket.ts'

export type Quote = Answer<'POST /accounts/:account/purchases/quote'>

export const toQuoteInput = ({ seller, items }: Basket) => ({
  seller,
  items: items.map(({ product, quantity }) => ({ product, quantity })),
})

/** The current price of a basket. Refetched whenever the page gets the focus again. */
export const quoteQuery = (account: string, basket: Basket | undefined) =>
  queryOptions({
    queryKey: quoteKeys.ofBasket(account, basket && toQuoteInput(basket)),
    queryFn: () =>
      callApi('POST /accounts/:account/purchases/quote', {
        params: { account },
        input: toQuoteInput(basket as Basket),
      }),
    enabled: basket !== undefined && basket.items.length > 0,
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
