import { Button, Stack, Text } from '@mantine/core'
import { IconVideo, IconVideoOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '../broadcast/studio.module.css'
import type { Camera } from '../devices/use-camera.ts'

/** Shown while there is no video: a button that turns the camera on, or what prevents it and what to do. */
export function CameraOff({ camera: { trouble, isOpening, turnOn } }: { camera: Camera }) {
  const { t } = useTranslation('studio')
  const Icon = trouble ? IconVideoOff : IconVideo
  return (
    <div className={classes.empty}>
      <Stack align="center" gap="xs" maw="var(--stagedoor-form)" aria-live="polite">
        <Icon aria-hidden />
        <Text fw="bold">{t(trouble ? `trouble.${trouble}.title` : 'camera.title')}</Text>
        <Text size="sm">{t(trouble ? `trouble.${trouble}.text` : 'camera.text')}</Text>
        {trouble !== 'insecure' && (
          <Button loading={isOpening} onClick={() => void turnOn()}>
            {t(trouble ? 'camera.again' : 'camera.turnOn')}
          </Button>
        )}
      </Stack>
    </div>
  )
}
