import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { orderKeys, productKeys } from '../data/query-keys.ts'
import { formatMoney } from '../i18n/money.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { membersQuery } from '../session/members-queries.ts'
import { navigationItems, settingsItems } from './navigation-items.ts'

const most = 5
/** The text without case and accents, so that “equipe” finds Équipe. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What a search finds in the account of this tab. Without a query: the pages. */
export function useSearchResults(query: string) {
  const asked = plain(query.trim())
  const text = query.trim()
  return {
    pages: usePages(asked),
    products: useProducts(text),
    orders: useOrders(text),
    people: usePeople(asked),
  }
}

function usePages(asked: string) {
  const { t } = useTranslation('layout')
  const { id } = useAccount()
  const may = useMay()
  const named = [
    ...navigationItems.map((page) => ({ ...page, label: t(`nav.${page.key}`) })),
    ...settingsItems.map((page) => ({
      ...page,
      label: `${t('nav.settings')} › ${t(`settings.${page.key}`)}`,
    })),
  ]
  return named
    .filter(({ permission, label }) => (!permission || may(permission)) && plain(label).includes(asked))
    .map(({ to, label }) => ({ id: to, label, href: to.replace('$account', id) }))
}

function useProducts(search: string) {
  const { id: account } = useAccount()
  const may = useMay()
  const { data } = useQuery({
    queryKey: productKeys.search(account, search),
    queryFn: () => callApi('GET /accounts/:account/products', { params: { account }, input: { search } }),
    enabled: search !== '' && may('inventory.manage'),
    placeholderData: keepPreviousData,
  })
  if (search === '') return []
  return (data?.items ?? []).slice(0, most).map(({ id, title, price, currency }) => ({
    id,
    label: title,
    description: formatMoney(price, currency),
    href: `/dashboard/${account}/inventory/${id}`,
  }))
}

function useOrders(search: string) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const may = useMay()
  const { data } = useQuery({
    queryKey: orderKeys.search(account, search),
    queryFn: () => callApi('GET /accounts/:account/orders', { params: { account }, input: { search } }),
    enabled: search !== '' && may('orders.fulfill'),
    placeholderData: keepPreviousData,
  })
  if (search === '') return []
  return (data?.items ?? []).slice(0, most).map(({ id, code, title, buyerName }) => ({
    id,
    label: t('code', { code }),
    description: [buyerName ?? t('gone'), title].join(' · '),
    href: `/dashboard/${account}/orders/${id}`,
  }))
}

function usePeople(asked: string) {
  const { t } = useTranslation('common')
  const { id: account } = useAccount()
  const { data } = useInfiniteQuery({ ...membersQuery(account), enabled: asked !== '' })
  const members = data?.pages.flatMap(({ items }) => items) ?? []
  return members
    .filter(({ name, username }) => asked !== '' && plain(`${name} ${username ?? ''}`).includes(asked))
    .slice(0, most)
    .map(({ id, name, role }) => ({
      id,
      label: name,
      description: t(`roles.${role}`),
      href: `/dashboard/${account}/settings/team`,
    }))
}
