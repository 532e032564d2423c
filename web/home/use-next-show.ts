import { useInfiniteQuery } from '@tanstack/react-query'
import { useAccount } from '../session/account-context.ts'
import { type ShowSummary, showsQuery } from '../shows/show-queries.ts'

/** The live show, else one that can be continued, else the next one. */
export function useNextShow(): { show: ShowSummary | undefined; isLoading: boolean } {
  const { id } = useAccount()
  const live = useInfiniteQuery(showsQuery(id, { state: 'live' }))
  const upcoming = useInfiniteQuery(showsQuery(id, { state: 'upcoming' }))
  const begun = live.data?.pages[0]?.items ?? []
  return {
    show: begun.find(({ state }) => state === 'live') ?? begun[0] ?? upcoming.data?.pages[0]?.items[0],
    isLoading: live.isLoading || upcoming.isLoading,
  }
}
