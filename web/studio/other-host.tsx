import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconTransfer } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../session/account-context.ts'
import { EmergencyStop } from '../shows/emergency-stop.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import type { StudioState } from './broadcast/use-studio.ts'
import { ShowCounters } from './show-counters.tsx'

/**
 * Another member is on the air. This person can help, accept a hand-over or, as Owner or Admin, stop the broadcast.
 */
export function OtherHost({ studio }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const { show } = studio
  const manages = useMay()('team.manage')
  const name = show.onAir?.name ?? ''
  return (
    <Stack gap="xs">
      {show.onAir?.offered?.you && <Offered studio={studio} name={name} />}
      <Text size="sm" fw="medium">
        {t('other.text', { name })}
      </Text>
      <ShowCounters studio={studio} />
      {manages && <EmergencyStop show={show} name={name} />}
    </Stack>
  )
}

function Offered({ studio: { air, camera }, name }: { studio: StudioState; name: string }) {
  const { t } = useTranslation('studio')
  return (
    <Alert icon={<IconTransfer aria-hidden />} title={t('other.offered', { name })} role="alert">
      <Stack gap="xs" align="flex-start">
        <ProblemAlert problem={air.goLive.error ?? null} />
        <Text size="sm">{t(camera.stream ? 'other.ready' : 'other.cameraFirst')}</Text>
        {camera.stream ? (
          <Button loading={air.goLive.isPending} onClick={() => air.goLive.mutate({})}>
            {t('other.takeOver')}
          </Button>
        ) : (
          <Button loading={camera.isOpening} onClick={() => void camera.turnOn()}>
            {t('camera.turnOn')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
