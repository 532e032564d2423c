import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconBroadcast, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatRelativeTime } from '../i18n/formats.ts'
import { useMay } from '../session/account-context.ts'
import { formatTimeLeft, useTimeLeft } from '../ui/countdown.tsx'
import { EmergencyStop } from './emergency-stop.tsx'
import type { Show } from './show-queries.ts'

/** The host on the air, or the time for which a stopped show can still be continued; otherwise shows nothing. */
export function OnAirNotice({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  const stops = useMay()('team.manage')
  const { onAir } = show
  if (show.status === 'stopped' && show.resumeBy) return <Stopped resumeBy={show.resumeBy} />
  if (!onAir) return null
  return (
    <Stack gap="sm">
      <Alert
        color="green"
        icon={<IconBroadcast aria-hidden />}
        title={onAir.you ? t('air.you') : t('air.other', { name: onAir.name })}
      >
        <Stack gap={4}>
          <Text size="sm">{t('air.since', { time: formatRelativeTime(onAir.since) })}</Text>
          {!onAir.video && <Text size="sm">{t('air.noVideo')}</Text>}
          {onAir.offered && <Offered onAir={onAir} offered={onAir.offered} />}
        </Stack>
      </Alert>
      {stops && <EmergencyStop show={show} name={onAir.name} />}
    </Stack>
  )
}

type Air = NonNullable<Show['onAir']>

function Offered({ onAir, offered }: { onAir: Air; offered: NonNullable<Air['offered']> }) {
  const { t } = useTranslation('shows')
  return (
    <Text size="sm" fw={600}>
      {offered.you
        ? t('air.offeredYou', { name: onAir.name })
        : t('air.offered', { from: onAir.name, to: offered.name })}
    </Text>
  )
}

function Stopped({ resumeBy }: { resumeBy: string }) {
  const { t } = useTranslation('shows')
  const left = useTimeLeft(resumeBy)
  return (
    <Alert color="red" icon={<IconPlayerPause aria-hidden />} title={t('air.stopped')}>
      <Group>
        <Text size="sm">{left > 0 ? t('air.resume', { left: formatTimeLeft(left) }) : t('air.over')}</Text>
      </Group>
    </Alert>
  )
}
