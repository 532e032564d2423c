import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { call } from '../api.ts'
import { type State, watch } from '../video/watch.ts'
import type { Show } from './queries.ts'

/** Plays the show's picture while it is on. Answers how that goes; none: nobody has sent one yet. */
export function usePicture(screen: RefObject<HTMLVideoElement | null>, { id, state, video }: Show) {
  const [now, setNow] = useState<State | 'none'>('none')
  const isLive = state === 'live'
  const { data, refetch } = useQuery({
    queryKey: ['picture', id],
    queryFn: () => call('GET /shows/:show/whep', { params: { show: id } }),
    enabled: isLive && video,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const url = isLive ? data?.url : undefined
  useEffect(() => {
    const { current } = screen
    if (!url || !current) return
    let isOver = false
    const watching = watch({ url, video: current, state: (next) => !isOver && setNow(next) })
    return () => {
      isOver = true
      setNow('none')
      void watching.then(({ stop }) => stop())
    }
  }, [url, screen])
  // An address of a media server may have run out; our own stays the same.
  useEffect(() => {
    if (now === 'interrupted') void refetch()
  }, [now, refetch])
  return now
}
