import {
  IconClockHour4,
  IconMessage,
  IconMessageReply,
  IconTruckDelivery,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkNavItem } from '../ui/links.tsx'
import type { WaitingNotification } from './notification-queries.ts'

const icons: Record<WaitingNotification['kind'], TablerIcon> = {
  messages: IconMessage,
  replies: IconMessageReply,
  cancellations: IconClockHour4,
  to_ship: IconTruckDelivery,
}

type Given = { account: string; notification: WaitingNotification; most: number; followed: () => void }

/** A sentence about what waits, as a link: to the item itself, or to the list if there are several. */
export function BellItem({ account, notification, most, followed }: Given) {
  const { kind, count, first } = notification
  const Icon = icons[kind]
  const shared = {
    label: useWords(notification, most),
    leftSection: <Icon size="1.25rem" stroke={1.75} aria-hidden />,
    onClick: followed,
  }
  const isOne = count === 1
  if (kind === 'messages') {
    if (!isOne)
      return (
        <LinkNavItem
          to="/dashboard/$account/messages"
          params={{ account }}
          search={{ view: 'unread' }}
          {...shared}
        />
      )
    const params = { account, conversation: first.id }
    return <LinkNavItem to="/dashboard/$account/messages/$conversation" params={params} {...shared} />
  }
  if (kind === 'replies') {
    if (!isOne)
      return <LinkNavItem to="/dashboard/$account/spending/messages" params={{ account }} {...shared} />
    const params = { account, conversation: first.id }
    return (
      <LinkNavItem to="/dashboard/$account/spending/messages/$conversation" params={params} {...shared} />
    )
  }
  if (isOne) {
    const params = { account, order: first.id }
    return <LinkNavItem to="/dashboard/$account/orders/$order" params={params} {...shared} />
  }
  if (kind === 'cancellations')
    return <LinkNavItem to="/dashboard/$account/orders/cancellations" params={{ account }} {...shared} />
  const search = { status: 'to_ship' } as const
  return <LinkNavItem to="/dashboard/$account/orders" params={{ account }} search={search} {...shared} />
}

function useWords({ kind, count, first }: WaitingNotification, most: number) {
  const { t } = useTranslation('notifications')
  if (count >= most) return t(`waiting.${kind}Most`, { count })
  return t(`waiting.${kind}`, { count, name: first.name ?? t(kind === 'replies' ? 'goneShop' : 'gone') })
}
