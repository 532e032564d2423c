import { Badge, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate, formatRelativeTime } from '../i18n/formats.ts'
import { InvitationActions } from './invitation-actions.tsx'
import type { Invitation } from './invitation-queries.ts'
import { InvitationRole } from './invitation-role.tsx'

export function InvitationItem({ invitation }: { invitation: Invitation }) {
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
            {isExpired && <Badge color="red">{t('pending.status.expired')}</Badge>}
          </Group>
          <Facts invitation={invitation} />
        </Stack>
        <InvitationRole invitation={invitation} />
      </Group>
      <InvitationActions invitation={invitation} />
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
    t('pending.invited', { name: invitedBy.name, when: formatRelativeTime(createdAt) }),
    t(status === 'expired' ? 'pending.expired' : 'pending.expires', { when: formatRelativeTime(expiresAt) }),
    ...(endsAt ? [t('pending.ends', { day: formatDate(endsAt) })] : []),
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
    return t(`pending.delivery.${state}`, { when: formatRelativeTime(at) })
  }
}
