import { createContext, useContext } from 'react'
import type { BuyerAccounts } from '../shop/use-buyer-accounts.ts'
import type { PublicShow } from './watch-queries.ts'

/** The current show of this page, and the accounts for which its visitor may bid and buy. */
export type WatchState = { show: PublicShow; buyers: BuyerAccounts }
export const WatchContext = createContext<WatchState | undefined>(undefined)

export function useWatchContext(): WatchState {
  const watched = useContext(WatchContext)
  if (!watched) throw new Error('useWatchContext needs a WatchContext around it')
  return watched
}

/** Finds which of the visitor's accounts has this id, if one has. */
export function useOwnBuyer() {
  const { buyers } = useWatchContext().buyers
  return (account: string | null) => buyers.find(({ id }) => id === account)
}
