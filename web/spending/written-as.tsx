import { Group, Text } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { AccountAvatar } from '../shell/account-avatar.tsx'

/** For whom one writes: the shop sees the account's name. */
export function WrittenAs() {
  const { t } = useTranslation('correspondence')
  const account = useAccount()
  return (
    <Group gap="xs" wrap="nowrap">
      <AccountAvatar account={account} />
      <Text size="sm" className="stagedoor-breaks">
        <Trans t={t} i18nKey="as" values={{ account: account.name }} components={{ strong: <strong /> }} />
      </Text>
    </Group>
  )
}
