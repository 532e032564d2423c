import { useEffect, useState } from 'react'
import type { ShowEvent } from '#server-api'
import { openLiveConnection } from '../data/live-connection.ts'
import { queryClient } from '../data/query-client.ts'
import { withChatLine, withNewerVersion, withoutChatLine } from './apply-event.ts'
import { serverClock } from './server-clock.ts'
import {
  type PublicAuction,
  type PublicChat,
  type PublicChatLine,
  type PublicShow,
  publicAuctionsQuery,
  publicChatQuery,
  publicGiveawaysQuery,
  publicShowQuery,
} from './watch-queries.ts'

type Given = {
  show: string
  /** For a member of the show's account, who also receives team notices and rehearsals. */
  account?: string | undefined
  onEvent: (event: ShowEvent) => void
  setAway: (away: boolean) => void
}

/** Receives a show's events until it is closed. */
export const openShowConnection = ({ show, account, onEvent, setAway }: Given): (() => void) =>
  openLiveConnection<ShowEvent>({ query: { show, ...(account && { account }) }, onEvent, setAway })

const nothing: PublicChat = { items: [], removed: [] }

/** Puts an event of a show into the page's cached answers. */
export function applyWatchEvent(show: string, event: ShowEvent) {
  switch (event.type) {
    case 'hello':
      return void queryClient.invalidateQueries({ queryKey: publicShowQuery(show).queryKey })
    case 'show':
      return void queryClient.invalidateQueries({ queryKey: publicShowQuery(show).queryKey, exact: true })
    case 'line':
      return event.line.kind === 'team' ? undefined : addChatLine(show, event.line)
    case 'line-gone':
      return void queryClient.setQueryData(publicChatQuery(show).queryKey, (chat = nothing) =>
        withoutChatLine(chat, event.line),
      )
    case 'auction':
      return heedAuction(show, event.auction)
    case 'giveaway':
      serverClock.adjust(event.giveaway.now)
      return void queryClient.setQueryData(publicGiveawaysQuery(show).queryKey, (all = []) =>
        withNewerVersion(all, event.giveaway),
      )
    case 'viewers':
      return change(show, { viewers: event.viewers })
    case 'video':
      return change(show, { video: event.video })
  }
}

/** Adds a line to the chat: one from an event, or one's own as soon as the server has accepted it. */
export const addChatLine = (show: string, line: PublicChatLine) =>
  void queryClient.setQueryData(publicChatQuery(show).queryKey, (chat = nothing) => withChatLine(chat, line))

function heedAuction(show: string, auction: PublicAuction) {
  serverClock.adjust(auction.now)
  queryClient.setQueryData(publicAuctionsQuery(show).queryKey, (all = []) => withNewerVersion(all, auction))
  // The remaining stock has changed. The delay is random, so that not all viewers refetch at the same time.
  const isTurning = auction.status !== 'running' || auction.version === 1
  if (isTurning) setTimeout(() => applyWatchEvent(show, { type: 'show' }), Math.random() * 2000)
}

const change = (show: string, changed: Partial<PublicShow>) =>
  void queryClient.setQueryData(publicShowQuery(show).queryKey, (known) => known && { ...known, ...changed })

/** Opens a live connection for the show. @returns whether it has been lost for some seconds */
export function useShowEvents(show: string, account?: string): boolean {
  const [isAway, setAway] = useState(false)
  useEffect(
    () => openShowConnection({ show, account, setAway, onEvent: (event) => applyWatchEvent(show, event) }),
    [show, account],
  )
  return isAway
}
