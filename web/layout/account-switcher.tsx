import { Group, Menu, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Account, useMe } from '../session/me-queries.ts'
import { AccountAvatar } from '../ui/account-avatar.tsx'
import { useSwitchAccount } from './use-switch-account.ts'

/** The account that this tab acts for, and every other account that the person may act for. */
export function AccountSwitcher({ present }: { present: Account }) {
  const { t } = useTranslation(['layout', 'common'])
  const { accounts } = useMe()
  const switchTo = useSwitchAccount()
  const role = t(`common:roles.${present.role}`)
  const choose = (id: string) => {
    const next = accounts.find((account) => account.id === id)
    if (next && next.id !== present.id) void switchTo(next)
  }
  return (
    <Menu width="target" position="bottom-start" styles={{ dropdown: { minWidth: 'var(--stagedoor-menu)' } }}>
      <Menu.Target>
        <UnstyledButton className="stagedoor-switcher">
          <Named account={present} role={role} />
          <VisuallyHidden>{t('switcher.label')}</VisuallyHidden>
          <IconSelector size="1rem" aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('switcher.label')}>
        <Menu.Label>{t('switcher.yours')}</Menu.Label>
        <Menu.RadioGroup value={present.id} onChange={choose}>
          {accounts.map((account) => (
            <Menu.RadioItem key={account.id} value={account.id} closeMenuOnClick>
              <Named account={account} role={t(`common:roles.${account.role}`)} />
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function Named({ account, role }: { account: Account; role: string }) {
  return (
    <Group gap="xs" wrap="nowrap" miw={0}>
      <AccountAvatar account={account} />
      <Stack gap={0} miw={0}>
        <Text size="sm" fw={600} lh="xs" truncate>
          {account.name}
        </Text>
        <Text size="xs" c="dimmed" lh="xs" truncate>
          {role}
        </Text>
      </Stack>
    </Group>
  )
}
