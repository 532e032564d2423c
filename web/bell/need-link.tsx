import {
  IconClockHour4,
  IconMessage,
  IconMessageReply,
  IconTruckDelivery,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkNav } from '../shell/links.tsx'
import type { Need } from './needs.ts'

const icons: Record<Need['kind'], TablerIcon> = {
  messages: IconMessage,
  replies: IconMessageReply,
  cancellations: IconClockHour4,
  to_ship: IconTruckDelivery,
}

type Given = { account: string; need: Need; most: number; followed: () => void }

/** What waits, as a sentence that leads to it: to the thing itself, or to the list where there are several. */
export function NeedLink({ account, need, most, followed }: Given) {
  const { kind, count, first } = need
  const Icon = icons[kind]
  const shared = {
    label: useWords(need, most),
    leftSection: <Icon size="1.25rem" stroke={1.75} aria-hidden />,
    onClick: followed,
  }
  const isOne = count === 1
  if (kind === 'messages') {
    if (!isOne)
      return (
        <LinkNav
          to="/dashboard/$account/messages"
          params={{ account }}
          search={{ view: 'unread' }}
          {...shared}
        />
      )
    const params = { account, conversation: first.id }
    return <LinkNav to="/dashboard/$account/messages/$conversation" params={params} {...shared} />
  }
  if (kind === 'replies') {
    if (!isOne) return <LinkNav to="/dashboard/$account/spending/messages" params={{ account }} {...shared} />
    const params = { account, conversation: first.id }
    return <LinkNav to="/dashboard/$account/spending/messages/$conversation" params={params} {...shared} />
  }
  if (isOne) {
    const params = { account, order: first.id }
    return <LinkNav to="/dashboard/$account/orders/$order" params={params} {...shared} />
  }
  if (kind === 'cancellations')
    return <LinkNav to="/dashboard/$account/orders/cancellations" params={{ account }} {...shared} />
  const search = { status: 'to_ship' } as const
  return <LinkNav to="/dashboard/$account/orders" params={{ account }} search={search} {...shared} />
}

function useWords({ kind, count, first }: Need, most: number) {
  const { t } = useTranslation('bell')
  if (count >= most) return t(`need.${kind}Most`, { count })
  return t(`need.${kind}`, { count, name: first.name ?? t(kind === 'replies' ? 'goneShop' : 'gone') })
}
