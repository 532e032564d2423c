import { useEffect, useState } from 'react'
import { client } from '../client.ts'
import { heedOtherTabs, wakeOutbox } from '../messages/outbox.ts'
import { heedReplying, type Replying } from '../messages/replying.ts'
import { keepConnected } from './connection.ts'
import { atAPace } from './pace.ts'

/** What the server pushes: only that something changed, by the word the pages' queries have for it; what it is now, they ask for. */
type Event = { type: 'hello' } | { type: 'changed'; what: string } | Replying

/** What the bell tells of. */
const needed = ['messages', 'seller-messages', 'orders']

const refreshMe = () => client.invalidateQueries({ queryKey: ['me'] })

const renew = (...queryKey: [account: string, what: string]) =>
  atAPace(queryKey.join(' '), () => void client.invalidateQueries({ queryKey }))

function heed(account: string, event: Event) {
  if (event.type === 'hello') {
    void refreshMe()
    void client.invalidateQueries({ queryKey: [account] })
    wakeOutbox(account)
    return
  }
  if (event.type === 'replying') return heedReplying(event)
  renew(account, event.what)
  if (event.what === 'account') void refreshMe()
  if (needed.includes(event.what)) renew(account, 'needs')
}

/**
 * One connection for the account of this tab. What ended or changed shows itself in /me, which the pages follow;
 * a lost connection is opened again, less and less often. Answers whether it has been away for some seconds.
 */
export function useLive(account: string): boolean {
  const [isAway, setAway] = useState(false)
  useEffect(heedOtherTabs, [])
  useEffect(
    () =>
      keepConnected<Event>({
        query: { account },
        heard: (event) => heed(account, event),
        closed: refreshMe,
        setAway,
      }),
    [account],
  )
  return isAway
}
