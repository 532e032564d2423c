import { EmptyState, Group, ScrollArea, Stack, Text, Title } from '@mantine/core'
import { IconBell, IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AccountAvatar } from '../shell/account-avatar.tsx'
import { LinkIcon } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { type Account, useMe } from '../shell/session.ts'
import { NeedLink } from './need-link.tsx'
import type { useAllNeeds } from './needs.ts'

type Given = { present: Account; needs: ReturnType<typeof useAllNeeds>; close: () => void }

export function BellPanel({ present, needs, close }: Given) {
  const { t } = useTranslation('bell')
  const { groups, isLoading, problem, refetch } = needs
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" ps="xs">
        <Title order={2}>{t('title')}</Title>
        <LinkIcon
          to="/dashboard/$account/settings/notifications"
          params={{ account: present.id }}
          aria-label={t('settingsLink')}
          onClick={close}
        >
          <IconSettings aria-hidden />
        </LinkIcon>
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

type Told = ReturnType<typeof useAllNeeds>['groups'][number]

/** What waits in one account; which it is, is said where somebody has several. */
function Waiting({ account, items, most, close }: Told & { close: () => void }) {
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
      {items.map((need) => (
        <NeedLink key={need.kind} account={account.id} need={need} most={most} followed={close} />
      ))}
    </Stack>
  )
}

function Quiet() {
  const { t } = useTranslation('bell')
  return (
    <EmptyState py="md" icon={<IconBell aria-hidden />} title={t('nothing')} description={t('nothingText')} />
  )
}
