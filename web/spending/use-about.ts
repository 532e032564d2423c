import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { About } from '../messages/side.ts'
import { money } from '../money.ts'
import { showOf } from '../room/queries.ts'
import { useAccount } from '../shell/account.ts'
import { productOf } from '../shop/shops.ts'
import { purchaseOf } from './purchases.ts'
import type { Writing } from './writing.ts'

/** What a message is about, as it is shown before it is sent. */
export type Shown = About & { thumb: string | null; more: string }

/** What the address names of the shop's; undefined when it names nothing, or what is not there (any more). */
export function useAbout({ shop = '', product = '', order = '', show = '' }: Writing) {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const products = useQuery({ ...productOf(shop, product), enabled: shop !== '' && product !== '' })
  const orders = useQuery({ ...purchaseOf(account, order), enabled: order !== '' })
  const shows = useQuery({ ...showOf(show), enabled: show !== '' })
  return {
    isLoading: [products, orders, shows].some(({ isLoading }) => isLoading),
    about: ofProduct() ?? ofOrder() ?? ofShow(),
  }

  function ofProduct(): Shown | undefined {
    const { data } = products
    if (!data) return undefined
    const more = money(data.price, data.shop.currency)
    return { kind: 'product', id: data.id, title: data.title, thumb: data.photos[0]?.thumb ?? null, more }
  }

  function ofOrder(): Shown | undefined {
    const { data } = orders
    if (!data) return undefined
    const thumb = data.items[0]?.thumb ?? null
    const more = data.items.map(({ title }) => title).join(', ')
    return { kind: 'order', id: data.id, title: t('code', { code: data.code }), thumb, more }
  }

  function ofShow(): Shown | undefined {
    const { data } = shows
    if (!data) return undefined
    const { id, title, cover, category } = data
    return { kind: 'show', id, title, thumb: cover?.thumb ?? null, more: category ?? '' }
  }
}
