import { Select, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StudioState } from './broadcast/use-studio.ts'
import type { Camera } from './devices/use-camera.ts'
import { HandOver } from './hand-over.tsx'
import { ShowCounters } from './show-counters.tsx'

/** The settings of camera and microphone, and the hand-over to another host. */
export function ControlsPanel({ studio }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const { camera, phase } = studio
  if (!camera.stream && phase !== 'on')
    return (
      <Text size="sm" c="dimmed">
        {t(phase === 'other' ? 'controls.other' : 'controls.none')}
      </Text>
    )
  return (
    <Stack gap="lg" maw="var(--stagedoor-form)">
      {phase === 'on' && <ShowCounters studio={studio} hiddenFrom="sm" />}
      <DeviceChoice camera={camera} />
      {phase === 'on' && <HandOver studio={studio} />}
    </Stack>
  )
}

function DeviceChoice({ camera }: { camera: Camera }) {
  const { t } = useTranslation('studio')
  const options = (all: MediaDeviceInfo[]) =>
    all.map(({ deviceId, label }, at) => ({
      value: deviceId,
      label: label || t('controls.device', { number: at + 1 }),
    }))
  const present = (track: MediaStreamTrack | undefined) => track?.getSettings().deviceId ?? null
  return (
    <Stack gap="sm">
      <Select
        label={t('controls.camera')}
        data={options(camera.cameras)}
        value={present(camera.camera)}
        onChange={(id) => id && void camera.choose('camera', id)}
        disabled={camera.cameras.length === 0}
        {...(camera.cameras.length === 0 && { placeholder: t('controls.noCamera') })}
      />
      <Select
        label={t('controls.microphone')}
        data={options(camera.microphones)}
        value={present(camera.microphone)}
        onChange={(id) => id && void camera.choose('microphone', id)}
        disabled={camera.microphones.length === 0}
        {...(camera.microphones.length === 0 && { placeholder: t('controls.noMicrophone') })}
      />
      <Switch
        label={t('sound.mute')}
        checked={camera.isMuted}
        onChange={({ currentTarget }) => camera.setMuted(currentTarget.checked)}
      />
    </Stack>
  )
}
