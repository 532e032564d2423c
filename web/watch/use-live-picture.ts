import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { callApi } from '../data/api.ts'
import { publicShowKeys } from '../data/query-keys.ts'
import { type PlayState, playStream } from '../video/play-stream.ts'
import type { PublicShow } from './watch-queries.ts'

/** Plays the show's video while it is live. @returns the state; `none`: there has been no video yet */
export function useLivePicture(
  screen: RefObject<HTMLVideoElement | null>,
  { id, status, video }: PublicShow,
) {
  const [now, setNow] = useState<PlayState | 'none'>('none')
  const isLive = status === 'live'
  const { data, refetch } = useQuery({
    queryKey: publicShowKeys.picture(id),
    queryFn: () => callApi('GET /shows/:show/whep', { params: { show: id } }),
    enabled: isLive && video,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const url = isLive ? data?.url : undefined
  useEffect(() => {
    const { current } = screen
    if (!url || !current) return
    let isOver = false
    const player = playStream({ url, video: current, state: (next) => !isOver && setNow(next) })
    return () => {
      isOver = true
      setNow('none')
      player.stop()
    }
  }, [url, screen])
  // The address of an external media server may have expired. That of this server stays the same.
  useEffect(() => {
    if (now === 'interrupted') void refetch()
  }, [now, refetch])
  return now
}
