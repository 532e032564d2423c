import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { money } from '../money.ts'
import { useAccount, useMay } from './account.ts'
import { pages, settingsPages } from './pages.ts'
import { membersOf } from './roster.ts'

const most = 5
/** Letters as one types them: without case and accents, so that “equipe” finds Équipe. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What a search finds in the account of this tab; without letters, the pages. */
export function useFound(query: string) {
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
  const { t } = useTranslation('shell')
  const { id } = useAccount()
  const may = useMay()
  const named = [
    ...pages.map((page) => ({ ...page, label: t(`nav.${page.key}`) })),
    ...settingsPages.map((page) => ({
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
    queryKey: [account, 'products', 'search', search],
    queryFn: () => call('GET /accounts/:account/products', { params: { account }, input: { search } }),
    enabled: search !== '' && may('inventory.manage'),
    placeholderData: keepPreviousData,
  })
  if (search === '') return []
  return (data?.items ?? []).slice(0, most).map(({ id, title, price, currency }) => ({
    id,
    label: title,
    description: money(price, currency),
    href: `/dashboard/${account}/inventory/${id}`,
  }))
}

function useOrders(search: string) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const may = useMay()
  const { data } = useQuery({
    queryKey: [account, 'orders', 'search', search],
    queryFn: () => call('GET /accounts/:account/orders', { params: { account }, input: { search } }),
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
  const { data } = useInfiniteQuery({ ...membersOf(account), enabled: asked !== '' })
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
