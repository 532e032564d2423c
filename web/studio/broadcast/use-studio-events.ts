import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { openShowConnection } from '../../watch/show-connection.ts'
import { applyShowEvent } from './apply-show-event.ts'

/**
 * Receives the show's live events as a member of the team. @returns whether the connection has been lost for some
 * seconds
 */
export function useStudioEvents(account: string, show: string): boolean {
  const queries = useQueryClient()
  const [isAway, setAway] = useState(false)
  useEffect(
    () =>
      openShowConnection({
        account,
        show,
        setAway,
        onEvent: (event) => applyShowEvent(queries, { account, show }, event),
      }),
    [account, show, queries],
  )
  return isAway
}
