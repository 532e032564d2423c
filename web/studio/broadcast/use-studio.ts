import { useEffect } from 'react'
import { useAccount } from '../../session/account-context.ts'
import type { Show } from '../../shows/show-queries.ts'
import { useCamera } from '../devices/use-camera.ts'
import type { ShowRef } from './studio-queries.ts'
import { useBroadcast } from './use-broadcast.ts'
import { usePublishing } from './use-publishing.ts'

/**
 * The state of the studio, as seen from this tab. `on`: this tab is on the air. `other`: another member is. `elsewhere`:
 * the same person is, on another device.
 */
export type StudioPhase = 'before' | 'on' | 'other' | 'elsewhere' | 'stopped' | 'over'

function phaseOf({ status, onAir }: Show, isOn: boolean): StudioPhase {
  if (status === 'ended' || status === 'cancelled') return 'over'
  if (isOn) return 'on'
  if (onAir) return onAir.you ? 'elsewhere' : 'other'
  return status === 'scheduled' ? 'before' : 'stopped'
}

/** The state that all parts of the studio share. The camera stays off for members who do not host. */
export function useStudio(show: Show) {
  const { id: account } = useAccount()
  const of: ShowRef = { account, show: show.id }
  const air = useBroadcast(show)
  const phase = phaseOf(show, air.isOn)
  const hosts = phase !== 'other' && phase !== 'over'
  const camera = useCamera(hosts)
  const sending = usePublishing({ ...of, stream: camera.stream, isOn: air.isOn })
  const { turnOff } = camera
  useEffect(() => {
    if (!hosts) turnOff()
  }, [hosts, turnOff])
  return { show, of, camera, air, sending, phase }
}
export type StudioState = ReturnType<typeof useStudio>
