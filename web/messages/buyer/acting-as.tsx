import { Group, Text } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { useAccount } from '../../session/account-context.ts'
import { AccountAvatar } from '../../ui/account-avatar.tsx'

/** Says in whose name the person writes: the shop sees the account's name. */
export function ActingAs() {
  const { t } = useTranslation('buyerMessages')
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
