import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../i18n/money.ts'
import { purchaseQuery } from '../../purchases/purchase-queries.ts'
import { useAccount } from '../../session/account-context.ts'
import { shopProductQuery } from '../../shop/shop-queries.ts'
import { publicShowQuery } from '../../watch/watch-queries.ts'
import type { MessageSubject } from '../conversation-api.ts'
import type { NewMessageParams } from './new-message-params.ts'

/** The subject of a message, as shown before it is sent. */
export type ShownSubject = MessageSubject & { thumb: string | null; more: string }

/** The subject in the address; undefined if there is none, or if the shop does not have it (any more). */
export function useMessageSubject({ shop = '', product = '', order = '', show = '' }: NewMessageParams) {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const products = useQuery({ ...shopProductQuery(shop, product), enabled: shop !== '' && product !== '' })
  const orders = useQuery({ ...purchaseQuery(account, order), enabled: order !== '' })
  const shows = useQuery({ ...publicShowQuery(show), enabled: show !== '' })
  return {
    isLoading: [products, orders, shows].some(({ isLoading }) => isLoading),
    subject: ofProduct() ?? ofOrder() ?? ofShow(),
  }

  function ofProduct(): ShownSubject | undefined {
    const { data } = products
    if (!data) return undefined
    const more = formatMoney(data.price, data.shop.currency)
    return { kind: 'product', id: data.id, title: data.title, thumb: data.photos[0]?.thumb ?? null, more }
  }

  function ofOrder(): ShownSubject | undefined {
    const { data } = orders
    if (!data) return undefined
    const thumb = data.items[0]?.thumb ?? null
    const more = data.items.map(({ title }) => title).join(', ')
    return { kind: 'order', id: data.id, title: t('code', { code: data.code }), thumb, more }
  }

  function ofShow(): ShownSubject | undefined {
    const { data } = shows
    if (!data) return undefined
    const { id, title, cover, category } = data
    return { kind: 'show', id, title, thumb: cover?.thumb ?? null, more: category ?? '' }
  }
}
