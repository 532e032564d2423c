import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client } from '../client.ts'
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

/** What closes the connection for good: the session has ended, the access has ended, or there is no such show. */
const ended = [4401, 4404]
const roleChanged = 4409

/** Milliseconds before a lost connection is worth a word, and at most between two tries. */
const patience = 3_000
const longestPause = 30_000

const pause = (attempt: number) => Math.min(longestPause, 500 * 2 ** attempt) * (0.75 + Math.random() / 2)

type Given = {
  show: string
  /** For a member of the show's account, who hears what its team is told, and rehearsals. */
  account?: string | undefined
  heard: (event: Event) => void
  setAway: (away: boolean) => void
}

/** Hears a show until it is closed; a lost connection is opened again, less and less often. */
export function hearShow({ show, account, heard, setAway }: Given): () => void {
  let socket: WebSocket | undefined
  let attempt = 0
  let timer = 0
  let notice = 0
  const query = new URLSearchParams({ show, ...(account && { account }) })
  const open = () => {
    socket = new WebSocket(`/api/v1/live?${query}`)
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(String(data)) as Event
      if (event.type === 'hello') welcome()
      heard(event)
    }
    socket.onclose = ({ code }) => {
      if (ended.includes(code)) return
      if (!notice) notice = window.setTimeout(() => setAway(true), patience)
      timer = window.setTimeout(open, code === roleChanged ? 0 : pause(attempt++))
    }
  }
  const welcome = () => {
    attempt = 0
    window.clearTimeout(notice)
    notice = 0
    setAway(false)
  }
  open()
  return () => {
    window.clearTimeout(timer)
    window.clearTimeout(notice)
    if (socket) socket.onclose = null
    socket?.close()
  }
}

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
