import { EmptyState, Stack } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { InvitationItem } from './invitation-item.tsx'
import { pendingInvitationsQuery } from './invitation-queries.ts'

export const PendingInvitationsTab = () => (
  <QueryBoundary rows={3}>
    <PendingInvitations />
  </QueryBoundary>
)

function PendingInvitations() {
  const { t } = useTranslation('team')
  const { id } = useAccount()
  const { data } = useSuspenseQuery(pendingInvitationsQuery(id))
  if (data.items.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconMail aria-hidden />}
        title={t('pending.empty.title')}
        description={t('pending.empty.text')}
      />
    )
  }
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows">
      {data.items.map((invitation) => (
        <InvitationItem key={invitation.id} invitation={invitation} />
      ))}
    </Stack>
  )
}
