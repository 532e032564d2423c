import { useEffect } from 'react'
import { useAccount } from '../shell/account.ts'
import type { Show } from '../shows/shows.ts'
import type { Of } from './queries.ts'
import { useAir } from './use-air.ts'
import { useCamera } from './use-camera.ts'
import { useSending } from './use-sending.ts'

/**
 * Where a show stands, seen from this tab. `on`: it is on the air from here. `other`: another member is. `elsewhere`:
 * the same person is, on another device.
 */
export type Phase = 'before' | 'on' | 'other' | 'elsewhere' | 'stopped' | 'over'

function phaseOf({ state, onAir }: Show, isOn: boolean): Phase {
  if (state === 'ended' || state === 'cancelled') return 'over'
  if (isOn) return 'on'
  if (onAir) return onAir.you ? 'elsewhere' : 'other'
  return state === 'scheduled' ? 'before' : 'stopped'
}

/** All that the studio's parts share. The camera of whoever only helps stays off. */
export function useStudio(show: Show) {
  const { id: account } = useAccount()
  const of: Of = { account, show: show.id }
  const air = useAir(show)
  const phase = phaseOf(show, air.isOn)
  const hosts = phase !== 'other' && phase !== 'over'
  const camera = useCamera(hosts)
  const sending = useSending({ ...of, stream: camera.stream, isOn: air.isOn })
  const { turnOff } = camera
  useEffect(() => {
    if (!hosts) turnOff()
  }, [hosts, turnOff])
  return { show, of, camera, air, sending, phase }
}
export type StudioState = ReturnType<typeof useStudio>
