import { EmptyState, Group, ScrollArea, Stack, Text, Title } from '@mantine/core'
import { IconBell, IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Account, useMe } from '../session/me-queries.ts'
import { AccountAvatar } from '../ui/account-avatar.tsx'
import { LinkIconButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { RowsSkeleton } from '../ui/rows-skeleton.tsx'
import { BellItem } from './bell-item.tsx'
import type { useNotifications } from './notification-queries.ts'

type Given = { present: Account; notifications: ReturnType<typeof useNotifications>; close: () => void }

export function BellPanel({ present, notifications, close }: Given) {
  const { t } = useTranslation('notifications')
  const { groups, isLoading, problem, refetch } = notifications
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" ps="xs">
        <Title order={2}>{t('title')}</Title>
        <LinkIconButton
          to="/dashboard/$account/settings/notifications"
          params={{ account: present.id }}
          aria-label={t('settingsLink')}
          onClick={close}
        >
          <IconSettings aria-hidden />
        </LinkIconButton>
      </Group>
      <ProblemAlert problem={problem} retry={refetch} />
      {isLoading && groups.length === 0 && <RowsSkeleton of={2} />}
      {!isLoading && !problem && groups.length === 0 && <Quiet />}
      <ScrollArea.Autosize mah="var(--stagedoor-tall)">
        <Stack gap="sm">
          {groups.map((group) => (
            <Waiting key={group.account.id} {...group} close={close} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  )
}

type NotificationGroup = ReturnType<typeof useNotifications>['groups'][number]

/** The notifications of one account, with its name if the person has several. */
function Waiting({ account, items, most, close }: NotificationGroup & { close: () => void }) {
  const { accounts } = useMe()
  return (
    <Stack component="section" gap={0} aria-label={account.name}>
      {accounts.length > 1 && (
        <Group gap="xs" wrap="nowrap" px="xs" py={4}>
          <AccountAvatar account={account} />
          <Text size="sm" fw={600} truncate>
            {account.name}
          </Text>
        </Group>
      )}
      {items.map((notification) => (
        <BellItem
          key={notification.kind}
          account={account.id}
          notification={notification}
          most={most}
          followed={close}
        />
      ))}
    </Stack>
  )
}

function Quiet() {
  const { t } = useTranslation('notifications')
  return (
    <EmptyState py="md" icon={<IconBell aria-hidden />} title={t('nothing')} description={t('nothingText')} />
  )
}
