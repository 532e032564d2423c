import { Group, Stack } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkArea } from '../shell/links.tsx'

const tabs = [
  { key: 'overview', to: '/dashboard/$account/reports' },
  { key: 'ledger', to: '/dashboard/$account/reports/ledger' },
] as const

export function ReportsFrame() {
  const { t } = useTranslation('reports')
  const { id } = useAccount()
  return (
    <Stack gap="lg">
      <Group component="nav" aria-label={t('tabs.label')} gap={0} wrap="nowrap" className="stagedoor-tabs">
        {tabs.map(({ key, to }) => (
          <LinkArea
            key={key}
            to={to}
            params={{ account: id }}
            activeOptions={{ includeSearch: false, exact: true }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(`tabs.${key}`)}
          </LinkArea>
        ))}
      </Group>
      <Outlet />
    </Stack>
  )
}
