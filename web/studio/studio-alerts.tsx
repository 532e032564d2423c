import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAccessPointOff, IconPlugConnectedX, IconWifiOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffAirText } from './broadcast/use-off-air-text.ts'
import type { StudioState } from './broadcast/use-studio.ts'

/** Warnings for the host: why they are no longer on the air, or that the connection is lost. */
export function StudioAlerts({ studio, isAway }: { studio: StudioState; isAway: boolean }) {
  const { t } = useTranslation('studio')
  return (
    <div aria-live="polite">
      <OffNotice studio={studio} />
      {studio.air.isOn && <LineNotice studio={studio} />}
      {isAway && (
        <Notice icon={<IconPlugConnectedX aria-hidden />} color="gray">
          {t('notice.away')}
        </Notice>
      )}
    </div>
  )
}

function OffNotice({ studio: { air, show } }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const why = useOffAirText(show, air.off)
  if (!why) return null
  const isWanted = air.off !== 'stopped'
  return (
    <Alert
      role="alert"
      color={isWanted ? 'gray' : 'red'}
      icon={<IconAccessPointOff aria-hidden />}
      title={t('off.title')}
      mb="sm"
    >
      <Group justify="space-between" align="flex-end">
        <Text size="sm" flex="1 1 var(--stagedoor-menu)">
          {why}
        </Text>
        <Button size="compact-md" variant="default" onClick={air.forget}>
          {t('off.read')}
        </Button>
      </Group>
    </Alert>
  )
}

function LineNotice({ studio: { air, sending } }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const isLate = air.isHeartbeatLate
  const { way } = sending
  if (!isLate && (way === 'sending' || way === 'connecting')) return null
  const words = isLate ? 'offline' : way === 'impossible' ? 'impossible' : 'interrupted'
  return (
    <Notice icon={<IconWifiOff aria-hidden />} color="red">
      {t(`notice.${words}`)}
    </Notice>
  )
}

const Notice = ({ icon, color, children }: { icon: ReactNode; color: string; children: ReactNode }) => (
  <Alert icon={icon} color={color} mb="sm">
    {children}
  </Alert>
)
