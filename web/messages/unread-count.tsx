import { Badge, Indicator, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../shell/account.ts'
import { countText } from './count-text.ts'
import { countsOf } from './queries.ts'

function useUnread() {
  const { id } = useAccount()
  const { data } = useQuery({ ...countsOf(id), enabled: useMay()('messages.reply') })
  return data && { count: data.unread, text: countText(data.unread, data.most) }
}

/** How many conversations wait to be read; nothing while none does. */
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

/** Where there is no room for a number: a mark at the page's sign. */
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
