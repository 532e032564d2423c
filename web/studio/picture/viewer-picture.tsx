import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { publicShowKeys } from '../../data/query-keys.ts'
import type { Show } from '../../shows/show-queries.ts'
import { type PlayState, playStream } from '../../video/play-stream.ts'
import classes from '../broadcast/studio.module.css'

/** The viewers' video without sound, for members who help while another one hosts. A rehearsal has no viewers. */
export function ViewerPicture({ show: { id: show, rehearsal, onAir } }: { show: Show }) {
  const { t } = useTranslation('studio')
  const { data } = useQuery({
    queryKey: publicShowKeys.picture(show),
    queryFn: () => callApi('GET /shows/:show/whep', { params: { show } }),
    enabled: !rehearsal,
    staleTime: 0,
  })
  const [state, setState] = useState<PlayState>()
  const video = useRef<HTMLVideoElement>(null)
  const url = data?.url
  useEffect(() => {
    if (!url || !video.current) return
    let isGone = false
    const player = playStream({ url, video: video.current, state: (now) => !isGone && setState(now) })
    return () => {
      isGone = true
      player.stop()
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
