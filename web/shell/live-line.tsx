import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from './live.ts'
import type { Account } from './session.ts'

/** Keeps the account's pages up to date, and says quietly when it cannot. */
export function LiveLine({ account }: { account: Account }) {
  const { t } = useTranslation(['shell', 'common'])
  const isAway = useLive(account.id)
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
