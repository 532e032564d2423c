import { EmptyState, Stack } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { pendingOf } from './invitations.ts'
import { PendingItem } from './pending-item.tsx'

export function PendingTab() {
  const { t } = useTranslation('team')
  const { id } = useAccount()
  const { data, error, refetch } = useQuery(pendingOf(id))
  if (error && !data) return <ProblemAlert problem={error} retry={refetch} />
  if (!data) return <RowsSkeleton of={3} />
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
        <PendingItem key={invitation.id} invitation={invitation} />
      ))}
    </Stack>
  )
}
