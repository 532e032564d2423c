import { useEffect, useState } from 'react'
import type { Topic } from '../../src/topics.ts'
import { openLiveConnection } from '../data/live-connection.ts'
import { queryClient } from '../data/query-client.ts'
import { accountKey, meKeys, notificationKeys, topicKey } from '../data/query-keys.ts'
import { throttle } from '../data/throttle.ts'
import { type Slots, useSlots } from './slots.ts'

/** A live event. It only says which topic has changed; the pages then refetch it. */
type Event = { type: 'hello' } | { type: 'changed'; what: Topic } | { type: string }

/** The topics whose changes concern the bell. */
const needed: readonly Topic[] = ['messages', 'seller-messages', 'orders']

const refreshMe = () => queryClient.invalidateQueries({ queryKey: meKeys.one() })

const renew = (queryKey: readonly unknown[]) =>
  throttle(queryKey.join(' '), () => void queryClient.invalidateQueries({ queryKey }))

function handleEvent(account: string, event: Event, slots: Slots) {
  if (event.type === 'hello') {
    void refreshMe()
    void queryClient.invalidateQueries({ queryKey: accountKey(account) })
    slots.onConnected(account)
    return
  }
  if (!('what' in event)) return slots.onEvent[event.type]?.(event as never)
  renew(topicKey(account, event.what))
  if (event.what === 'account') void refreshMe()
  if (needed.includes(event.what)) renew(notificationKeys.one(account))
}

/**
 * Opens one live connection for the account of this tab. If access has ended or changed, /me says so, which is
 * refetched. A lost connection is opened again, with growing pauses. @returns whether it has been lost for some
 * seconds
 */
export function useLiveUpdates(account: string): boolean {
  const slots = useSlots()
  const [isAway, setAway] = useState(false)
  useEffect(
    () =>
      openLiveConnection<Event>({
        query: { account },
        onEvent: (event) => handleEvent(account, event, slots),
        closed: refreshMe,
        setAway,
      }),
    [account, slots],
  )
  return isAway
}
