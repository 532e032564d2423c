import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import type { ShowEvent } from '#server-api'
import { showKeys, studioKeys } from '../../data/query-keys.ts'
import { withNewerVersion } from '../../watch/apply-event.ts'
import { serverClock } from '../../watch/server-clock.ts'
import {
  type ShowRef,
  type StudioAuction,
  type StudioChatLine,
  showCountersQuery,
  studioAuctionsQuery,
  studioChatQuery,
  studioGiveawaysQuery,
} from './studio-queries.ts'

type Said<Type extends ShowEvent['type']> = Extract<ShowEvent, { type: Type }>

/** Puts a live event of the show into the studio's cached answers. What the event does not contain is refetched. */
export function applyShowEvent(queries: QueryClient, of: ShowRef, event: ShowEvent) {
  const refetch = (queryKey: QueryKey) => void queries.invalidateQueries({ queryKey })
  switch (event.type) {
    case 'line':
      // The event does not say which member wrote for the account, so the chat is refetched.
      return event.line.host ? refetch(studioKeys.chat(of)) : addLine(queries, of, event.line)
    case 'line-gone':
      return refetch(studioKeys.chat(of))
    case 'auction':
      return putAuction(queries, of, event)
    case 'giveaway':
      return putGiveaway(queries, of, event)
    case 'viewers':
      return putViewers(queries, of, event.viewers)
    case 'hello':
      refetch(studioKeys.all(of))
      return refetch(showKeys.all(of.account))
    // The show itself is also announced to the whole account, whose pages refetch it then.
  }
}

const putViewers = (queries: QueryClient, of: ShowRef, viewers: number) =>
  void queries.setQueryData(
    showCountersQuery(of, true).queryKey,
    (before) => before && { ...before, viewers, peak: Math.max(before.peak, viewers) },
  )

type Pages = InfiniteData<{ items: StudioChatLine[]; next: string | null }, unknown>

function addLine(queries: QueryClient, of: ShowRef, line: Said<'line'>['line']) {
  queries.setQueryData(studioChatQuery(of).queryKey, (before: Pages | undefined) => {
    const [first, ...rest] = before?.pages ?? []
    if (!before || !first || first.items.some(({ id }) => id === line.id)) return before
    const items = [{ by: line.name, deletedBy: null, ...line }, ...first.items]
    return { ...before, pages: [{ ...first, items }, ...rest] }
  })
}

function putAuction(queries: QueryClient, of: ShowRef, { auction }: Said<'auction'>) {
  const { queryKey } = studioAuctionsQuery(of)
  serverClock.adjust(auction.now)
  queries.setQueryData(queryKey, (before) => {
    const items = before?.items ?? []
    const known = items.find(({ id }) => id === auction.id)
    const next: StudioAuction = { order: null, payment: 'none', ...known, ...auction }
    return { next: null, ...before, items: withNewerVersion(items, next) }
  })
  if (auction.status === 'running' && auction.version > 1) return
  // The status of the payment and the remaining stock are not in the event, so they are refetched.
  void queries.invalidateQueries({ queryKey })
  void queries.invalidateQueries({ queryKey: showKeys.lineups(of.account) })
}

/** A giveaway of a rehearsal arrives by live events only and cannot be fetched. */
function putGiveaway(queries: QueryClient, of: ShowRef, { giveaway }: Said<'giveaway'>) {
  serverClock.adjust(giveaway.now)
  queries.setQueryData(studioGiveawaysQuery(of).queryKey, (before) => ({
    next: null,
    items: withNewerVersion(before?.items ?? [], giveaway),
  }))
  void queries.invalidateQueries({ queryKey: showKeys.lineups(of.account) })
}
