import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'
import { tellWithUndo } from '../shell/undo.tsx'
import { type Cart, type CartItem, cartOf } from './cart.ts'
import { pieces } from './purchases.ts'

export function useCartCount(): number {
  const { id } = useAccount()
  const { data } = useQuery({ ...cartOf(id), enabled: useMay()('money.spend') })
  return data?.items.reduce((sum, { items }) => sum + pieces(items), 0) ?? 0
}

/** Changing the cart: every answer is the whole of it. Removing can be undone, so it needs no question. */
export function useCart(seller: string) {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const onError = useTellProblem()
  const keep = (cart: Cart) => queries.setQueryData(cartOf(account).queryKey, cart)
  const add = useMutation({
    mutationFn: ({ product, quantity }: CartItem) =>
      call('POST /accounts/:account/cart', { params: { account }, input: { seller, product, quantity } }),
    onSuccess: keep,
    onError,
  })
  const change = useMutation({
    mutationFn: ({ product, quantity }: Pick<CartItem, 'product' | 'quantity'>) =>
      call('PATCH /accounts/:account/cart/:product', { params: { account, product }, input: { quantity } }),
    onSuccess: keep,
    onError,
  })
  const remove = useMutation({
    mutationFn: ({ product }: CartItem) =>
      call('DELETE /accounts/:account/cart/:product', { params: { account, product } }),
    onSuccess: (cart, item) => {
      keep(cart)
      tellWithUndo(t('cart.removed', { title: item.title }), () => add.mutate(item))
    },
    onError,
  })
  return { change, remove }
}
