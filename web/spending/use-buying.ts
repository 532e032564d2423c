import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call, Problem } from '../api.ts'
import { money } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { tell } from '../shell/told.ts'
import type { Basket } from './basket.ts'
import { onceKey } from './once-key.ts'
import type { Ordering } from './ordering.ts'
import { type Purchase, purchaseOf } from './purchases.ts'
import { asInput, type Quote } from './quote.ts'

export type Buying = { basket: Basket; quote: Quote; address: string; method: string }

/** Nobody knows whether it was bought: the answer was lost, or the server could not say. */
export const isUnsure = (problem: Error | null) =>
  problem !== null && !(problem instanceof Problem && problem.status < 500)

/** Buys what was shown for what was shown, once; then leads to the purchase, or to the buyer's bank. */
export function useBuying(ordering: Ordering) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const key = onceKey(account, ordering)
  const arrive = useArrive()
  const mutationKey = [account, 'buying']
  const buying = useMutation({
    mutationKey,
    mutationFn: ({ basket, quote, address, method }: Buying) =>
      call('POST /accounts/:account/purchases', {
        params: { account },
        input: { ...asInput(basket), address, method, total: quote.total },
        key: key.read(),
      }),
    onSuccess: (purchase) => {
      key.forget()
      return arrive(purchase)
    },
    onError: async (problem) => {
      if (!(problem instanceof Problem) || isUnsure(problem)) return
      void queries.invalidateQueries({ queryKey: [account, 'quote'] })
      const failed = problem.code === 'payment_declined' && problem.more.purchase
      if (typeof failed !== 'string') return
      // The cart has let go of it, and the key stands for what failed: from here on it is bought once more.
      key.forget()
      await queries.prefetchQuery(purchaseOf(account, failed))
      const to = '/dashboard/$account/spending/checkout'
      await navigate({ to, params: { account }, search: { again: failed }, replace: true })
    },
  })
  return {
    buying,
    /** A second click that comes before the button shows the first is not sent. */
    buy: (what: Buying) => {
      if (queries.isMutating({ mutationKey }) === 0) buying.mutate(what)
    },
    /** Once more, although what was tried before got through. */
    buyAnew: (what: Buying) => {
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
    queries.setQueryData(purchaseOf(account, purchase.id).queryKey, purchase)
    void queries.invalidateQueries({ queryKey: [account, 'cart'] })
    if (purchase.confirm?.url) return window.location.assign(purchase.confirm.url)
    const params = { account, purchase: purchase.id }
    if (purchase.confirm)
      return navigate({
        to: '/dashboard/$account/spending/purchases/$purchase/confirm',
        params,
        replace: true,
      })
    tell(
      t('checkout.bought', { total: money(purchase.total, purchase.currency) }),
      t('checkout.boughtMore', { shop: purchase.sellerName ?? t('goneShop') }),
    )
    return navigate({ to: '/dashboard/$account/spending/purchases/$purchase', params, replace: true })
  }
}
