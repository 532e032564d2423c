import { ActionIcon, Button, Group, Kbd, useMantineTheme } from '@mantine/core'
import { useOs } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../session/me-queries.ts'
import { Logo } from '../ui/logo.tsx'
import { AccountSwitcher } from './account-switcher.tsx'
import { PersonMenu } from './person-menu.tsx'
import { useSlots } from './slots.ts'

export function DashboardHeader({ account }: { account: Account | undefined }) {
  const { Bell } = useSlots()
  const { size } = useMantineTheme().other
  return (
    <Group h={size.header} px={{ base: 'sm', sm: 'md' }} gap="xs" wrap="nowrap" justify="space-between">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <Logo bare />
        {account && <AccountSwitcher present={account} />}
      </Group>
      <Group gap="xs" wrap="nowrap">
        {account && <SearchButton />}
        {account && <Bell account={account} />}
        <PersonMenu account={account?.id} />
      </Group>
    </Group>
  )
}

function SearchButton() {
  const { t } = useTranslation('layout')
  const isMac = useOs() === 'macos'
  return (
    <>
      <Button
        visibleFrom="sm"
        variant="default"
        c="dimmed"
        fw={400}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        rightSection={<Kbd size="xs">{isMac ? '⌘' : 'Ctrl'} K</Kbd>}
        onClick={spotlight.open}
      >
        {t('search.open')}
      </Button>
      <ActionIcon hiddenFrom="sm" aria-label={t('search.open')} onClick={spotlight.open}>
        <IconSearch aria-hidden />
      </ActionIcon>
    </>
  )
}
