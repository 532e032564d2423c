import { Badge, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { day, relative } from '../formats.ts'
import type { Invitation } from './invitations.ts'
import { PendingActions } from './pending-actions.tsx'
import { PendingRole } from './pending-role.tsx'

export function PendingItem({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('team')
  const isExpired = invitation.status === 'expired'
  return (
    <Stack component="li" gap="xs">
      <Group gap="xs" justify="space-between" align="flex-start">
        <Stack gap={2} flex="1 1 var(--stagedoor-column)" miw={0}>
          <Group gap="xs">
            <Text fw={600} className="stagedoor-breaks">
              {invitation.email}
            </Text>
            {isExpired && <Badge color="red">{t('pending.state.expired')}</Badge>}
          </Group>
          <Facts invitation={invitation} />
        </Stack>
        <PendingRole invitation={invitation} />
      </Group>
      <PendingActions invitation={invitation} />
    </Stack>
  )
}

function Facts({
  invitation: { invitedBy, createdAt, status, expiresAt, endsAt, delivery },
}: {
  invitation: Invitation
}) {
  const { t } = useTranslation('team')
  const words = useDeliveryWords()
  const facts = [
    t('pending.invited', { name: invitedBy.name, when: relative(createdAt) }),
    t(status === 'expired' ? 'pending.expired' : 'pending.expires', { when: relative(expiresAt) }),
    ...(endsAt ? [t('pending.ends', { day: day(endsAt) })] : []),
  ]
  return (
    <>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {delivery && (
        <Text size="sm" c={delivery.state === 'failed' ? 'red' : 'dimmed'}>
          {words(delivery)}
        </Text>
      )}
    </>
  )
}

function useDeliveryWords() {
  const { t } = useTranslation('team')
  return ({ state, at, reason }: NonNullable<Invitation['delivery']>) => {
    if (state === 'failed' && reason) return t('pending.delivery.failedBecause', { reason })
    return t(`pending.delivery.${state}`, { when: relative(at) })
  }
}
