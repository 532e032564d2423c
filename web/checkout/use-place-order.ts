import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiProblem, callApi } from '../data/api.ts'
import { cartKeys, purchaseKeys, quoteKeys } from '../data/query-keys.ts'
import { formatMoney } from '../i18n/money.ts'
import { type Purchase, purchaseQuery } from '../purchases/purchase-queries.ts'
import { useAccount } from '../session/account-context.ts'
import { showToast } from '../ui/toasts.ts'
import { checkoutKey } from './checkout-key.ts'
import type { CheckoutParams } from './checkout-params.ts'
import { type Quote, toQuoteInput } from './quote-queries.ts'
import type { Basket } from './use-basket.ts'

export type OrderToPlace = { basket: Basket; quote: Quote; address: string; method: string }

/** Whether it is unknown if the purchase was made: the answer was lost, or the server failed. */
export const isOutcomeUnknown = (problem: Error | null) =>
  problem !== null && !(problem instanceof ApiProblem && problem.status < 500)

/** Buys at the shown price, once. Then opens the purchase, or the page of the buyer's bank. */
export function usePlaceOrder(ordering: CheckoutParams) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const key = checkoutKey(account, ordering)
  const arrive = useArrive()
  const mutationKey = purchaseKeys.buying(account)
  const buying = useMutation({
    mutationKey,
    mutationFn: ({ basket, quote, address, method }: OrderToPlace) =>
      callApi('POST /accounts/:account/purchases', {
        params: { account },
        input: { ...toQuoteInput(basket), address, method, total: quote.total },
        key: key.read(),
      }),
    onSuccess: (purchase) => {
      key.forget()
      return arrive(purchase)
    },
    onError: async (problem) => {
      if (!(problem instanceof ApiProblem) || isOutcomeUnknown(problem)) return
      void queries.invalidateQueries({ queryKey: quoteKeys.all(account) })
      const failed = problem.code === 'payment_declined' && problem.more.purchase
      if (typeof failed !== 'string') return
      // The items have left the cart, and the key belongs to the failed purchase. A new attempt is another purchase.
      key.forget()
      await queries.prefetchQuery(purchaseQuery(account, failed))
      const to = '/dashboard/$account/spending/checkout'
      await navigate({ to, params: { account }, search: { again: failed }, replace: true })
    },
  })
  return {
    buying,
    /** A second click, before the button shows the first one, sends nothing. */
    buy: (what: OrderToPlace) => {
      if (queries.isMutating({ mutationKey }) === 0) buying.mutate(what)
    },
    /** Buys again, although the earlier attempt was successful. */
    buyAnew: (what: OrderToPlace) => {
      key.forget()
      buying.mutate(what)
    },
  }
}

function useArrive() {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async (purchase: Purchase) => {
    queries.setQueryData(purchaseQuery(account, purchase.id).queryKey, purchase)
    void queries.invalidateQueries({ queryKey: cartKeys.one(account) })
    if (purchase.confirm?.url) return window.location.assign(purchase.confirm.url)
    const params = { account, purchase: purchase.id }
    if (purchase.confirm)
      return navigate({
        to: '/dashboard/$account/spending/purchases/$purchase/confirm',
        params,
        replace: true,
      })
    showToast(
      t('checkout.bought', { total: formatMoney(purchase.total, purchase.currency) }),
      t('checkout.boughtMore', { shop: purchase.sellerName ?? t('goneShop') }),
    )
    return navigate({ to: '/dashboard/$account/spending/purchases/$purchase', params, replace: true })
  }
}
