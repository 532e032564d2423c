import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCameraRotate, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LevelMeter } from './level-meter.tsx'
import classes from './studio.module.css'
import type { StudioState } from './use-studio.ts'

/** What a host reaches for while the picture is on: the sound, and the other camera of a phone. */
export function PictureSwitches({ studio: { camera } }: { studio: StudioState }) {
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
