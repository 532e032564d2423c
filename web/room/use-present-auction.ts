import { useQuery } from '@tanstack/react-query'
import { type Auction, auctionsOf, type OwnBid, ownBidsOf } from './queries.ts'
import { useRest } from './use-rest.ts'
import { useMine, useWatched } from './watched.ts'

/** Milliseconds for which it is shown how an auction ended. */
const shown = 90_000

/** The auction that runs, or the one that has just ended. */
export function usePresentAuction(): Auction | undefined {
  const { show } = useWatched()
  const { data } = useQuery(auctionsOf(show.id))
  const [latest] = data ?? []
  const isRunning = latest?.state === 'running'
  const rest = useRest(latest && !isRunning ? until(latest.endsAt) : undefined)
  return isRunning || rest > 0 ? latest : undefined
}

const until = (endsAt: string) => new Date(new Date(endsAt).getTime() + shown).toISOString()

/** How the visitor stands in an auction. */
export type Stand = 'none' | 'leads' | 'outbid'

/** What the chosen account has bid in it, and whether the visitor leads, for whichever of their accounts. */
export function useStand(auction: Auction) {
  const { show, buyers } = useWatched()
  const mine = useMine()(auction.leader)
  const { buyer } = buyers
  const { data } = useQuery({ ...ownBidsOf(buyer?.id ?? '', show.id), enabled: buyer !== undefined })
  const own = (data ?? []).filter((bid: OwnBid) => bid.auction === auction.id)
  const max = own.length > 0 ? Math.max(...own.map((bid) => bid.max ?? bid.amount)) : undefined
  const stand: Stand = mine ? 'leads' : own.length > 0 ? 'outbid' : 'none'
  return { stand, leader: mine, max }
}
