import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../session/me-queries.ts'
import { useLiveUpdates } from './use-live-updates.ts'

/** Keeps the account's pages up to date, and shows when the connection is lost. */
export function LiveStatus({ account }: { account: Account }) {
  const { t } = useTranslation(['layout', 'common'])
  const isAway = useLiveUpdates(account.id)
  const role = useRef(account.role)
  useEffect(() => {
    if (role.current === account.role) return
    role.current = account.role
    const title = t('live.role', { role: t(`common:roles.${account.role}`) })
    notifications.show({ title, message: t('live.roleMore') })
  }, [account.role, t])
  return (
    <Text role="status" size="sm" c="dimmed" {...(isAway && { pb: 'sm' })}>
      {isAway && t('live.reconnecting')}
    </Text>
  )
}
