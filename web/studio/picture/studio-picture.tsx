import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../broadcast/studio.module.css'
import type { StudioState } from '../broadcast/use-studio.ts'
import { CameraOff } from './camera-off.tsx'
import { OnAirOverlay } from './on-air-overlay.tsx'
import { PictureControls } from './picture-controls.tsx'
import { ViewerPicture } from './viewer-picture.tsx'

/** The video: the person's own camera, or that of the host on the air. */
export function StudioPicture({ studio }: { studio: StudioState }) {
  const { camera, phase } = studio
  // A host who is offered the show sees their own camera before they accept.
  const isOwn = (phase !== 'other' && phase !== 'over') || camera.stream !== undefined
  return (
    <div className={phase === 'on' ? `${classes.picture} ${classes.live}` : classes.picture}>
      {isOwn && (camera.stream ? <Preview studio={studio} /> : <CameraOff camera={camera} />)}
      {!isOwn && phase === 'other' && <ViewerPicture show={studio.show} />}
      <OnAirOverlay studio={studio} />
      {isOwn && camera.stream && <PictureControls studio={studio} />}
    </div>
  )
}

/** The own camera is mirrored, as people expect; viewers see it unmirrored. */
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
