import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { countPieces } from '../purchases/purchase-queries.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { useProblemToast } from '../ui/toasts.ts'
import { showUndoToast } from '../ui/undo-toast.tsx'
import { type Cart, type CartItem, cartQuery } from './cart-queries.ts'

export function useCartCount(): number {
  const { id } = useAccount()
  const { data } = useQuery({ ...cartQuery(id), enabled: useMay()('money.spend') })
  return data?.items.reduce((sum, { items }) => sum + countPieces(items), 0) ?? 0
}

/** Changes the cart. Each answer is the whole cart. Removing an item can be undone, so there is no confirmation. */
export function useCart(seller: string) {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const onError = useProblemToast()
  const keep = (cart: Cart) => queries.setQueryData(cartQuery(account).queryKey, cart)
  const add = useMutation({
    mutationFn: ({ product, quantity }: CartItem) =>
      callApi('POST /accounts/:account/cart', { params: { account }, input: { seller, product, quantity } }),
    onSuccess: keep,
    onError,
  })
  const change = useMutation({
    mutationFn: ({ product, quantity }: Pick<CartItem, 'product' | 'quantity'>) =>
      callApi('PATCH /accounts/:account/cart/:product', {
        params: { account, product },
        input: { quantity },
      }),
    onSuccess: keep,
    onError,
  })
  const remove = useMutation({
    mutationFn: ({ product }: CartItem) =>
      callApi('DELETE /accounts/:account/cart/:product', { params: { account, product } }),
    onSuccess: (cart, item) => {
      keep(cart)
      showUndoToast(t('cart.removed', { title: item.title }), () => add.mutate(item))
    },
    onError,
  })
  return { change, remove }
}
