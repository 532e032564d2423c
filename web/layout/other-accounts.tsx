import { Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/me-queries.ts'
import { AccountAvatar } from '../ui/account-avatar.tsx'
import { LinkNavItem } from '../ui/links.tsx'

/** The person's other accounts. */
export function OtherAccounts({ except }: { except?: string }) {
  const { t } = useTranslation(['layout', 'common'])
  const accounts = useMe().accounts.filter(({ id }) => id !== except)
  if (accounts.length === 0) return <Text>{t('ended.none')}</Text>
  return (
    <Paper component="section" p="xs" aria-label={t('ended.others')}>
      <Title order={2} p="xs">
        {t('ended.others')}
      </Title>
      {accounts.map((account) => (
        <LinkNavItem
          key={account.id}
          to="/dashboard/$account"
          params={{ account: account.id }}
          leftSection={<AccountAvatar account={account} />}
          label={account.name}
          description={t(`common:roles.${account.role}`)}
        />
      ))}
    </Paper>
  )
}
