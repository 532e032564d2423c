import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { clock } from '../room/clock.ts'
import type { Event } from '../room/live.ts'
import { withNewer } from '../room/patching.ts'
import { type Auction, auctionsOf, chatOf, countersOf, giveawaysOf, type Line, type Of } from './queries.ts'

type Said<Type extends Event['type']> = Extract<Event, { type: Type }>

/** Puts what the show says where the studio reads it; what it does not say whole is asked for. */
export function heed(queries: QueryClient, of: Of, event: Event) {
  const ask = (...key: unknown[]) => void queries.invalidateQueries({ queryKey: [of.account, ...key] })
  switch (event.type) {
    case 'line':
      // Who of the team wrote for the account is told to those who ask.
      return event.line.host ? ask('studio', of.show, 'chat') : addLine(queries, of, event.line)
    case 'line-gone':
      return ask('studio', of.show, 'chat')
    case 'auction':
      return putAuction(queries, of, event)
    case 'giveaway':
      return putGiveaway(queries, of, event)
    case 'viewers':
      return putViewers(queries, of, event.viewers)
    case 'hello':
      if (event.now) clock.heard(event.now)
      ask('studio', of.show)
      return ask('shows')
    // What the show itself has become is told to the whole account, too, and its pages ask then.
  }
}

const putViewers = (queries: QueryClient, of: Of, viewers: number) =>
  void queries.setQueryData(
    countersOf(of, true).queryKey,
    (before) => before && { ...before, viewers, peak: Math.max(before.peak, viewers) },
  )

type Pages = InfiniteData<{ items: Line[]; next: string | null }, unknown>

function addLine(queries: QueryClient, of: Of, line: Said<'line'>['line']) {
  queries.setQueryData(chatOf(of).queryKey, (before: Pages | undefined) => {
    const [first, ...rest] = before?.pages ?? []
    if (!before || !first || first.items.some(({ id }) => id === line.id)) return before
    const items = [{ person: line.name, deletedBy: null, ...line }, ...first.items]
    return { ...before, pages: [{ ...first, items }, ...rest] }
  })
}

function putAuction(queries: QueryClient, of: Of, { auction }: Said<'auction'>) {
  const { queryKey } = auctionsOf(of)
  clock.heard(auction.now)
  queries.setQueryData(queryKey, (before) => {
    const items = before?.items ?? []
    const known = items.find(({ id }) => id === auction.id)
    const next: Auction = { order: null, payment: 'none', ...known, ...auction }
    return { next: null, ...before, items: withNewer(items, next) }
  })
  if (auction.state === 'running' && auction.version > 1) return
  // How it is paid, and what is left in stock, is asked for.
  void queries.invalidateQueries({ queryKey })
  void queries.invalidateQueries({ queryKey: [of.account, 'shows', 'products'] })
}

/** A rehearsal's giveaways are told, and nowhere to be asked for. */
function putGiveaway(queries: QueryClient, of: Of, { giveaway }: Said<'giveaway'>) {
  clock.heard(giveaway.now)
  queries.setQueryData(giveawaysOf(of).queryKey, (before) => ({
    next: null,
    items: withNewer(before?.items ?? [], giveaway),
  }))
  void queries.invalidateQueries({ queryKey: [of.account, 'shows', 'products'] })
}
