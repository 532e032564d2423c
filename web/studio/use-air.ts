import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../api.ts'
import { clock } from '../room/clock.ts'
import { useAccount } from '../shell/account.ts'
import { type Show, showOf } from '../shows/shows.ts'
import { beatOf } from './queries.ts'

/** Which broadcast is this tab's, by when it began: a reload goes on with it, another device does not. */
const key = (show: string) => `stagedoor.on-air.${show}`

/** Why somebody who was on the air here is so no more. */
export type Off = 'elsewhere' | 'taken' | 'stopped' | 'ended'

function offOf({ onAir, state }: Show): Off {
  if (onAir?.you) return 'elsewhere'
  if (onAir) return 'taken'
  return state === 'stopped' || state === 'live' ? 'stopped' : 'ended'
}

/** Whether this tab is on the air in a show, how it gets there, and why it is no more. */
export function useAir(show: Show) {
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
  /** The answer to an act is newer than whatever is being asked for. */
  const renew = async (next: Show) => {
    await queries.cancelQueries({ queryKey: showOf(of.account, of.show).queryKey })
    queries.setQueryData(showOf(of.account, of.show).queryKey, next)
  }
  const goLive = useMutation({
    mutationFn: (input: { takeOver?: true }) =>
      call('POST /accounts/:account/shows/:show/broadcast', { params: of, input }),
    onSuccess: async (next) => {
      await renew(next)
      if (!next.onAir) return
      clock.heard(Date.parse(next.onAir.since))
      keep(next.onAir.since)
    },
    // Somebody else may have been quicker: then the page shows whom.
    onError: () => queries.invalidateQueries({ queryKey: showOf(of.account, of.show).queryKey }),
  })
  const leave = useMutation({
    mutationFn: (how: 'stop' | 'end') =>
      how === 'stop'
        ? call('POST /accounts/:account/shows/:show/stop', { params: of })
        : call('POST /accounts/:account/shows/:show/end', { params: of }),
    onSuccess: (next) => {
      keep(null)
      return renew(next)
    },
  })

  const beat = useQuery(beatOf(of, isOn))
  const isHeard = beat.data?.onAir ?? true
  useEffect(() => {
    if (isOn && !isHeard) void queries.invalidateQueries({ queryKey: [account, 'shows', 'one', show.id] })
  }, [isOn, isHeard, queries, account, show.id])

  return {
    isOn,
    off: mine !== null && !isOn ? offOf(show) : undefined,
    /** What was said about it is read. */
    forget: () => keep(null),
    goLive,
    leave,
    beat,
  }
}
export type Air = ReturnType<typeof useAir>
