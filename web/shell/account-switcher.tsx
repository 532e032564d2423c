import { Group, Menu, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AccountAvatar } from './account-avatar.tsx'
import { useSwitch } from './same-page.ts'
import { type Account, useMe } from './session.ts'

/** For whom this tab acts, and every other account its person may act for. */
export function AccountSwitcher({ present }: { present: Account }) {
  const { t } = useTranslation(['shell', 'common'])
  const { accounts } = useMe()
  const switchTo = useSwitch()
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
