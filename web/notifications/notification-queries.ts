import { queryOptions, useQueries, useSuspenseQueries } from '@tanstack/react-query'
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

/** The person's accounts that can have notifications, that of this tab first. */
function useAccountsFrom(present: Account): Account[] {
  const { accounts } = useMe()
  return [present, ...accounts.filter(({ id, closing }) => id !== present.id && !closing)]
}

/** What the bell itself shows: how much waits in this tab's account, and whether anything waits in another. */
export function useNotificationCounts(present: Account) {
  const all = useAccountsFrom(present)
  const [own, ...others] = useQueries({ queries: all.map(({ id }) => notificationsQuery(id)) })
  return {
    here: (own?.data?.items ?? []).reduce((sum, { count }) => sum + count, 0),
    isElsewhere: others.some(({ data }) => data !== undefined && data.items.length > 0),
    refetch: () => [own, ...others].forEach((one) => void one?.refetch()),
  }
}

export type NotificationGroup = Notifications & { account: Account }

/** The notifications of the accounts that have any. Suspends until those of all accounts are known. */
export function useNotificationGroups(present: Account): NotificationGroup[] {
  const all = useAccountsFrom(present)
  const answers = useSuspenseQueries({ queries: all.map(({ id }) => notificationsQuery(id)) })
  return all.flatMap((account, index) => {
    const data = answers[index]?.data
    return data && data.items.length > 0 ? [{ ...data, account }] : []
  })
}
