import { Badge, Indicator, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../../session/account-context.ts'
import { formatCappedCount } from './capped-count.ts'
import { inboxCountsQuery } from './inbox-queries.ts'

function useUnread() {
  const { id } = useAccount()
  const { data } = useQuery({ ...inboxCountsQuery(id), enabled: useMay()('messages.reply') })
  return data && { count: data.unread, text: formatCappedCount(data.unread, data.most) }
}

/** The number of unread conversations; shows nothing if there are none. */
export function UnreadCount() {
  const { t } = useTranslation('messages')
  const unread = useUnread()
  if (!unread || unread.count === 0) return null
  return (
    <Badge component="span" color="amber" circle={unread.count < 10}>
      <span aria-hidden>{unread.text}</span>
      <VisuallyHidden>{t('unreadCount', { count: unread.count })}</VisuallyHidden>
    </Badge>
  )
}

/** A mark on the page's icon, where there is no room for a number. */
export function UnreadMark({ children }: { children: ReactNode }) {
  const { t } = useTranslation('messages')
  const count = useUnread()?.count ?? 0
  return (
    <Indicator display="flex" color="amber" size={9} offset={2} disabled={count === 0}>
      {children}
      {count > 0 && <VisuallyHidden>{t('unreadCount', { count })}</VisuallyHidden>}
    </Indicator>
  )
}
