import { queryOptions, useQueries } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { type Account, useMe } from '../shell/session.ts'

export type Needs = Answer<'GET /accounts/:account/needs'>
export type Need = Needs['items'][number]

/** Milliseconds after which other accounts are asked again: this tab's connection tells of its own alone. */
const fresh = 60_000

export const needsOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'needs'],
    queryFn: () => call('GET /accounts/:account/needs', { params: { account } }),
    refetchInterval: fresh,
  })

/** What needs the person in each of their accounts: this tab's first. */
export function useAllNeeds(present: Account) {
  const { accounts } = useMe()
  const others = accounts.filter(({ id, closing }) => id !== present.id && !closing)
  const all = [present, ...others]
  const asked = useQueries({ queries: all.map(({ id }) => needsOf(id)) })
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
