import { useEffect, useState } from 'react'
import { client } from '../client.ts'

/** What the server pushes: only that something changed, by the word the pages' queries have for it; what it is now, they ask for. */
type Event = { type: 'hello' } | { type: 'changed'; what: string }

/** What closes the connection: the session has ended, the access has ended, the role is another now. */
const ended = [4401, 4404]
const roleChanged = 4409

/** Milliseconds before a lost connection is worth a word, and at most between two tries. */
const patience = 3_000
const longestPause = 30_000

const refreshMe = () => client.invalidateQueries({ queryKey: ['me'] })

function heed(account: string, event: Event) {
  if (event.type === 'hello') {
    void refreshMe()
    void client.invalidateQueries({ queryKey: [account] })
    return
  }
  void client.invalidateQueries({ queryKey: [account, event.what] })
  if (event.what === 'account') void refreshMe()
}

const pause = (attempt: number) => Math.min(longestPause, 500 * 2 ** attempt) * (0.75 + Math.random() / 2)

/**
 * One connection for the account of this tab. What ended or changed shows itself in /me, which the pages follow;
 * a lost connection is opened again, less and less often. Answers whether it has been away for some seconds.
 */
export function useLive(account: string): boolean {
  const [isAway, setAway] = useState(false)
  useEffect(() => connect(account, setAway), [account])
  return isAway
}

function connect(account: string, setAway: (away: boolean) => void) {
  let socket: WebSocket | undefined
  let attempt = 0
  let timer = 0
  let notice = 0
  const open = () => {
    socket = new WebSocket(`/api/v1/live?account=${encodeURIComponent(account)}`)
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(String(data)) as Event
      if (event.type === 'hello') welcome()
      heed(account, event)
    }
    socket.onclose = ({ code }) => {
      void refreshMe()
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
