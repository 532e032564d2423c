import { Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../layout/page-header.tsx'
import { hasPermission, useMe } from '../../session/me-queries.ts'
import { notificationSettingsQuery } from './notification-setting-queries.ts'
import { NotificationSettingRow } from './notification-setting-row.tsx'

/** The person's notification settings for all their accounts: the kinds that they may act on in one of them. */
export function NotificationSettingsPage() {
  const { t } = useTranslation('notifications')
  const { accounts } = useMe()
  const { data } = useSuspenseQuery(notificationSettingsQuery)
  const shown = data.items.filter(({ permission }) =>
    accounts.some((account) => hasPermission(account, permission)),
  )
  return (
    <Stack gap="lg">
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      <Stack component="ul" gap={0} maw="var(--stagedoor-form)" className="stagedoor-rows">
        {shown.map((setting) => (
          <NotificationSettingRow key={setting.kind} setting={setting} />
        ))}
      </Stack>
      <Text size="sm" c="dimmed" maw="var(--stagedoor-reading)">
        {t('settings.pace')}
      </Text>
    </Stack>
  )
}
