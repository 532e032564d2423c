import { EmptyState, Group, ScrollArea, Stack, Text, Title } from '@mantine/core'
import { IconBell, IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Account, useMe } from '../session/me-queries.ts'
import { AccountAvatar } from '../ui/account-avatar.tsx'
import { LinkIconButton } from '../ui/links.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { BellItem } from './bell-item.tsx'
import { type NotificationGroup, useNotificationGroups } from './notification-queries.ts'

type Given = { present: Account; close: () => void }

export function BellPanel({ present, close }: Given) {
  const { t } = useTranslation('notifications')
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
      <QueryBoundary rows={2}>
        <Groups present={present} close={close} />
      </QueryBoundary>
    </Stack>
  )
}

function Groups({ present, close }: Given) {
  const groups = useNotificationGroups(present)
  if (groups.length === 0) return <Quiet />
  return (
    <ScrollArea.Autosize mah="var(--stagedoor-tall)">
      <Stack gap="sm">
        {groups.map((group) => (
          <Waiting key={group.account.id} {...group} close={close} />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  )
}

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
