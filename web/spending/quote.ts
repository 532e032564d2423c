import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import type { Basket } from './basket.ts'

export type Quote = Answer<'POST /accounts/:account/purchases/quote'>

export const asInput = ({ seller, items }: Basket) => ({
  seller,
  items: items.map(({ product, quantity }) => ({ product, quantity })),
})

/** What a basket costs now; asked anew whenever the checkout is looked at again. */
export const quoteOf = (account: string, basket: Basket | undefined) =>
  queryOptions({
    queryKey: [account, 'quote', basket && asInput(basket)],
    queryFn: () =>
      call('POST /accounts/:account/purchases/quote', {
        params: { account },
        input: asInput(basket as Basket),
      }),
    enabled: basket !== undefined && basket.items.length > 0,
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
