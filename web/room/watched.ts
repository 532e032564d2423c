import { createContext, useContext } from 'react'
import type { Buyers } from '../shop/use-buyers.ts'
import type { Show } from './queries.ts'

/** The show that this room is for, as it is now, and for which accounts its visitor may bid and buy. */
export type Watched = { show: Show; buyers: Buyers }
export const WatchedContext = createContext<Watched | undefined>(undefined)

export function useWatched(): Watched {
  const watched = useContext(WatchedContext)
  if (!watched) throw new Error('useWatched is for what stands in a room')
  return watched
}

/** Which of the visitor's accounts it is, if it is one of theirs. */
export function useMine() {
  const { buyers } = useWatched().buyers
  return (account: string | null) => buyers.find(({ id }) => id === account)
}
