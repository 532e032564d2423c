import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import type { Show } from '../shows/shows.ts'
import { type State, watch } from '../video/watch.ts'
import classes from './studio.module.css'

/** What viewers see, without its sound, for whoever helps while another one hosts. A rehearsal has no viewers. */
export function Monitor({ show: { id: show, rehearsal, onAir } }: { show: Show }) {
  const { t } = useTranslation('studio')
  const { data } = useQuery({
    queryKey: ['shows', show, 'whep'],
    queryFn: () => call('GET /shows/:show/whep', { params: { show } }),
    enabled: !rehearsal,
    staleTime: 0,
  })
  const [state, setState] = useState<State>()
  const video = useRef<HTMLVideoElement>(null)
  const url = data?.url
  useEffect(() => {
    if (!url || !video.current) return
    let isGone = false
    const opening = watch({ url, video: video.current, state: (now) => !isGone && setState(now) })
    return () => {
      isGone = true
      void opening.then((watching) => watching.stop())
    }
  }, [url])
  const words = t('picture.of', { name: onAir?.name ?? '' })
  return (
    <>
      <video ref={video} autoPlay muted playsInline hidden={state !== 'playing'} aria-label={words} />
      {state !== 'playing' && (
        <div className={classes.empty}>
          <Text>{words}</Text>
        </div>
      )}
    </>
  )
}
