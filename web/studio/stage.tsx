import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CameraOff } from './camera-off.tsx'
import { Monitor } from './monitor.tsx'
import { OnAir } from './on-air.tsx'
import { PictureSwitches } from './picture-switches.tsx'
import classes from './studio.module.css'
import type { StudioState } from './use-studio.ts'

/** The picture: the own one, as it is or will be seen; or that of whoever is on the air. */
export function Stage({ studio }: { studio: StudioState }) {
  const { camera, phase } = studio
  // Whom the show is handed over to looks at themselves before they take it.
  const isOwn = (phase !== 'other' && phase !== 'over') || camera.stream !== undefined
  return (
    <div className={phase === 'on' ? `${classes.picture} ${classes.live}` : classes.picture}>
      {isOwn && (camera.stream ? <Preview studio={studio} /> : <CameraOff camera={camera} />)}
      {!isOwn && phase === 'other' && <Monitor show={studio.show} />}
      <OnAir studio={studio} />
      {isOwn && camera.stream && <PictureSwitches studio={studio} />}
    </div>
  )
}

/** Whoever looks at themselves expects a mirror; viewers see it the right way round. */
function Preview({ studio: { camera, phase } }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = camera.stream ?? null
  }, [camera.stream])
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      aria-label={t(phase === 'on' ? 'picture.live' : 'picture.preview')}
      className={camera.isMirrored ? classes.mirrored : undefined}
    />
  )
}
