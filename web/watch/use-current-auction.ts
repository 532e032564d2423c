import { useQuery } from '@tanstack/react-query'
import { useCountdown } from './use-countdown.ts'
import { useOwnBuyer, useWatchContext } from './watch-context.ts'
import { type OwnBid, ownBidsQuery, type PublicAuction, publicAuctionsQuery } from './watch-queries.ts'

/** Milliseconds for which the result of an auction is shown. */
const shown = 90_000

/** The running auction, or one that has just ended. */
export function useCurrentAuction(): PublicAuction | undefined {
  const { show } = useWatchContext()
  const { data } = useQuery(publicAuctionsQuery(show.id))
  const [latest] = data ?? []
  const isRunning = latest?.status === 'running'
  const rest = useCountdown(latest && !isRunning ? until(latest.endsAt) : undefined)
  return isRunning || rest > 0 ? latest : undefined
}

const until = (endsAt: string) => new Date(new Date(endsAt).getTime() + shown).toISOString()

/** Whether the visitor leads an auction. */
export type StandingState = 'none' | 'leads' | 'outbid'

/** The chosen account's bid in the auction, and whether one of the visitor's accounts leads. */
export function useStanding(auction: PublicAuction) {
  const { show, buyers } = useWatchContext()
  const ownBuyer = useOwnBuyer()(auction.leader)
  const { buyer } = buyers
  const { data } = useQuery({ ...ownBidsQuery(buyer?.id ?? '', show.id), enabled: buyer !== undefined })
  const own = (data ?? []).filter((bid: OwnBid) => bid.auction === auction.id)
  const max = own.length > 0 ? Math.max(...own.map((bid) => bid.max ?? bid.amount)) : undefined
  const stand: StandingState = ownBuyer ? 'leads' : own.length > 0 ? 'outbid' : 'none'
  return { stand, leader: ownBuyer, max }
}
