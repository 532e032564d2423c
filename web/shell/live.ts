import { useEffect, useState } from 'react'
import { client } from '../client.ts'
import { keepConnected } from './connection.ts'
import { lent } from './lent.ts'
import { atAPace } from './pace.ts'

/** What the server pushes: only that something changed, by the word the pages' queries have for it; what it is now, they ask for. */
type Event = { type: 'hello' } | { type: 'changed'; what: string } | { type: string }

/** What the bell tells of. */
const needed = ['messages', 'seller-messages', 'orders']

const refreshMe = () => client.invalidateQueries({ queryKey: ['me'] })

const renew = (...queryKey: [account: string, what: string]) =>
  atAPace(queryKey.join(' '), () => void client.invalidateQueries({ queryKey }))

function heed(account: string, event: Event) {
  if (event.type === 'hello') {
    void refreshMe()
    void client.invalidateQueries({ queryKey: [account] })
    lent.connected?.(account)
    return
  }
  if (!('what' in event)) return lent.heard[event.type]?.(event as never)
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
