import { useInfiniteQuery } from '@tanstack/react-query'
import { useAccount } from '../shell/account.ts'
import { type ShowRow, showsOf } from '../shows/shows.ts'

/** The show that is on the air, else one that can still go on, else the next one. */
export function useNextShow(): { show: ShowRow | undefined; isLoading: boolean } {
  const { id } = useAccount()
  const live = useInfiniteQuery(showsOf(id, { state: 'live' }))
  const upcoming = useInfiniteQuery(showsOf(id, { state: 'upcoming' }))
  const begun = live.data?.pages[0]?.items ?? []
  return {
    show: begun.find(({ state }) => state === 'live') ?? begun[0] ?? upcoming.data?.pages[0]?.items[0],
    isLoading: live.isLoading || upcoming.isLoading,
  }
}
