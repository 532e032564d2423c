import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '../../data/api.ts'
import { useAccount } from '../../session/account-context.ts'
import { type Show, showQuery } from '../../shows/show-queries.ts'
import { serverClock } from '../../watch/server-clock.ts'
import { useHeartbeat } from './use-heartbeat.ts'

/** The broadcast that belongs to this tab, by its start time: a reload continues it, another device does not. */
const key = (show: string) => `stagedoor.on-air.${show}`

/** Why a host who was on the air in this tab no longer is. */
export type OffAirReason = 'elsewhere' | 'taken' | 'stopped' | 'ended'

function offOf({ onAir, status }: Show): OffAirReason {
  if (onAir?.you) return 'elsewhere'
  if (onAir) return 'taken'
  return status === 'stopped' || status === 'live' ? 'stopped' : 'ended'
}

/** Whether this tab is on the air in a show, the functions for going on and off the air, and why it no longer is. */
export function useBroadcast(show: Show) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const of = { account, show: show.id }
  const [mine, setMine] = useState(() => sessionStorage.getItem(key(show.id)))
  const isOn = mine !== null && show.onAir?.you === true && show.onAir.since === mine

  const keep = (since: string | null) => {
    if (since) sessionStorage.setItem(key(show.id), since)
    else sessionStorage.removeItem(key(show.id))
    setMine(since)
  }
  /** The answer to an action is newer than any refetch that is under way. */
  const renew = async (next: Show) => {
    await queries.cancelQueries({ queryKey: showQuery(of.account, of.show).queryKey })
    queries.setQueryData(showQuery(of.account, of.show).queryKey, next)
  }
  const goLive = useMutation({
    mutationFn: (input: { takeOver?: true }) =>
      callApi('POST /accounts/:account/shows/:show/broadcast', { params: of, input }),
    onSuccess: async (next) => {
      await renew(next)
      if (!next.onAir) return
      serverClock.adjust(Date.parse(next.onAir.since))
      keep(next.onAir.since)
    },
    // Another member may have been faster. Refetching then shows who.
    onError: () => queries.invalidateQueries({ queryKey: showQuery(of.account, of.show).queryKey }),
  })
  const leave = useMutation({
    mutationFn: (how: 'stop' | 'end') =>
      how === 'stop'
        ? callApi('POST /accounts/:account/shows/:show/stop', { params: of })
        : callApi('POST /accounts/:account/shows/:show/end', { params: of }),
    onSuccess: (next) => {
      keep(null)
      return renew(next)
    },
  })

  const isHeartbeatLate = useHeartbeat(of, isOn)

  return {
    isOn,
    off: mine !== null && !isOn ? offOf(show) : undefined,
    /** Called when the reason was read. */
    forget: () => keep(null),
    goLive,
    leave,
    isHeartbeatLate,
  }
}
export type Broadcast = ReturnType<typeof useBroadcast>
