import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client } from '../client.ts'
import { keepConnected } from '../shell/connection.ts'
import { clock } from './clock.ts'
import { withLine, withNewer, withoutLine } from './patching.ts'
import {
  type Auction,
  auctionsOf,
  type Chat,
  chatOf,
  type Giveaway,
  giveawaysOf,
  type Line,
  type Show,
  showOf,
} from './queries.ts'

/** What a show says to whoever is there. */
export type Event =
  | { type: 'hello'; now?: number }
  | { type: 'show' }
  | { type: 'line'; line: Line }
  | { type: 'line-gone'; line: string }
  | { type: 'auction'; auction: Auction }
  | { type: 'giveaway'; giveaway: Giveaway }
  | { type: 'viewers'; viewers: number }
  | { type: 'video'; video: boolean }

type Given = {
  show: string
  /** For a member of the show's account, who hears what its team is told, and rehearsals. */
  account?: string | undefined
  heard: (event: Event) => void
  setAway: (away: boolean) => void
}

/** Hears a show until it is closed. */
export const hearShow = ({ show, account, heard, setAway }: Given): (() => void) =>
  keepConnected<Event>({ query: { show, ...(account && { account }) }, heard, setAway })

/** Puts what a show says into what the page holds. */
const nothing: Chat = { items: [], gone: [] }

export function heed(show: string, event: Event) {
  switch (event.type) {
    case 'hello':
      if (event.now) clock.heard(event.now)
      return void client.invalidateQueries({ queryKey: showOf(show).queryKey })
    case 'show':
      return void client.invalidateQueries({ queryKey: showOf(show).queryKey, exact: true })
    case 'line':
      return patchLine(show, event.line)
    case 'line-gone':
      return void client.setQueryData(chatOf(show).queryKey, (chat = nothing) =>
        withoutLine(chat, event.line),
      )
    case 'auction':
      return heedAuction(show, event.auction)
    case 'giveaway':
      clock.heard(event.giveaway.now)
      return void client.setQueryData(giveawaysOf(show).queryKey, (all = []) =>
        withNewer(all, event.giveaway),
      )
    case 'viewers':
      return change(show, { viewers: event.viewers })
    case 'video':
      return change(show, { video: event.video })
  }
}

/** Puts a line into the chat: one that was told, or one's own as soon as it is taken. */
export const patchLine = (show: string, line: Line) =>
  void client.setQueryData(chatOf(show).queryKey, (chat = nothing) => withLine(chat, line))

function heedAuction(show: string, auction: Auction) {
  clock.heard(auction.now)
  client.setQueryData(auctionsOf(show).queryKey, (all = []) => withNewer(all, auction))
  // What is left of it has changed; all who watch would ask at once.
  const isTurning = auction.state !== 'running' || auction.version === 1
  if (isTurning) setTimeout(() => heed(show, { type: 'show' }), Math.random() * 2000)
}

const change = (show: string, changed: Partial<Show>) =>
  void client.setQueryData(showOf(show).queryKey, (known) => known && { ...known, ...changed })

/** One connection for the show that is watched. Answers whether it has been away for some seconds. */
export function useRoom(show: string, account?: string): boolean {
  const [isAway, setAway] = useState(false)
  useEffect(() => hearShow({ show, account, setAway, heard: (event) => heed(show, event) }), [show, account])
  return isAway
}

export const useShow = (show: string) => useQuery(showOf(show))
