import { useItems } from '../data/use-items.ts'
import { useAccount } from '../session/account-context.ts'
import type { ShowSummary } from '../shows/show-queries.ts'
import { liveShowsQuery, upcomingShowsQuery } from './home-queries.ts'

/** The live show, else one that can be continued, else the next one. */
export function useNextShow(): ShowSummary | undefined {
  const { id } = useAccount()
  const begun = useItems(liveShowsQuery(id)).items
  const upcoming = useItems(upcomingShowsQuery(id)).items
  return begun.find(({ status }) => status === 'live') ?? begun[0] ?? upcoming[0]
}
