import { Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AccountAvatar } from './account-avatar.tsx'
import { LinkNav } from './links.tsx'
import { useMe } from './session.ts'

/** Where else the person can go, where an account is closed to them. */
export function OtherAccounts({ except }: { except?: string }) {
  const { t } = useTranslation(['shell', 'common'])
  const accounts = useMe().accounts.filter(({ id }) => id !== except)
  if (accounts.length === 0) return <Text>{t('ended.none')}</Text>
  return (
    <Paper component="section" p="xs" aria-label={t('ended.others')}>
      <Title order={2} p="xs">
        {t('ended.others')}
      </Title>
      {accounts.map((account) => (
        <LinkNav
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
