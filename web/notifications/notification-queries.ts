import { queryOptions, useQueries } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { notificationKeys } from '../data/query-keys.ts'
import { type Account, useMe } from '../session/me-queries.ts'

export type Notifications = Answer<'GET /accounts/:account/notifications'>
export type WaitingNotification = Notifications['items'][number]

/** Milliseconds after which other accounts are refetched: this tab's live connection reports only its own account. */
const fresh = 60_000

export const notificationsQuery = (account: string) =>
  queryOptions({
    queryKey: notificationKeys.one(account),
    queryFn: () => callApi('GET /accounts/:account/notifications', { params: { account } }),
    refetchInterval: fresh,
  })

/** The notifications of each of the person's accounts, that of this tab first. */
export function useNotifications(present: Account) {
  const { accounts } = useMe()
  const others = accounts.filter(({ id, closing }) => id !== present.id && !closing)
  const all = [present, ...others]
  const asked = useQueries({ queries: all.map(({ id }) => notificationsQuery(id)) })
  const groups = all.map((account, index) => {
    const { items = [], most = 0 } = asked[index]?.data ?? {}
    return { account, items, most }
  })
  const [own] = asked
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    here: (own?.data?.items ?? []).reduce((sum, { count }) => sum + count, 0),
    isElsewhere: groups.some(({ account, items }) => account.id !== present.id && items.length > 0),
    isLoading: asked.some(({ isPending }) => isPending),
    problem: asked.find(({ data, error }) => !data && error)?.error,
    refetch: () => asked.forEach((one) => void one.refetch()),
  }
}
