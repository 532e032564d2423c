import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCameraRotate, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '../broadcast/studio.module.css'
import type { StudioState } from '../broadcast/use-studio.ts'
import { LevelMeter } from './level-meter.tsx'

/** Buttons on the video: the microphone, and the other camera of a phone. */
export function PictureControls({ studio: { camera } }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const { isMuted, setMuted, microphone, flip } = camera
  const mute = t(isMuted ? 'sound.unmute' : 'sound.mute')
  return (
    <div className={classes.below}>
      {microphone && (
        <>
          <Tooltip label={mute}>
            <ActionIcon
              size="xl"
              variant="transparent"
              className={classes.sign}
              aria-label={mute}
              aria-pressed={isMuted}
              onClick={() => setMuted(!isMuted)}
            >
              {isMuted ? <IconMicrophoneOff aria-hidden /> : <IconMicrophone aria-hidden />}
            </ActionIcon>
          </Tooltip>
          {isMuted ? (
            <span className={classes.chip}>{t('sound.muted')}</span>
          ) : (
            <LevelMeter stream={camera.stream} />
          )}
        </>
      )}
      {flip && (
        <Tooltip label={t('camera.flip')}>
          <ActionIcon
            size="xl"
            ml="auto"
            variant="transparent"
            className={classes.sign}
            aria-label={t('camera.flip')}
            onClick={() => void flip()}
          >
            <IconCameraRotate aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}
