import { Badge, Group, VisuallyHidden } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkArea } from '../shell/links.tsx'
import { TabbedFrame, tab } from '../shell/tabbed-frame.tsx'
import { requestsOf } from './queries.ts'

const tabs = [
  { key: 'orders', to: '/dashboard/$account/orders' },
  { key: 'parcels', to: '/dashboard/$account/orders/parcels' },
  { key: 'cancellations', to: '/dashboard/$account/orders/cancellations' },
  { key: 'pack', to: '/dashboard/$account/orders/pack' },
] as const

/** Orders, parcels, cancellation requests and packing, each a link away from the others. */
export function OrdersFrame() {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  return (
    <TabbedFrame label={t('tabs.label')}>
      {tabs.map(({ key, to }) => (
        <LinkArea key={key} to={to} params={{ account: id }} {...tab}>
          <Group component="span" gap="xs" wrap="nowrap">
            {t(`tabs.${key}`)}
            {key === 'cancellations' && <OpenCount />}
          </Group>
        </LinkArea>
      ))}
    </TabbedFrame>
  )
}

/** How many buyers wait for an answer; nothing while nobody does. */
function OpenCount() {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  const { data } = useInfiniteQuery(requestsOf(id, 'open'))
  const first = data?.pages[0]
  const count = first?.items.length ?? 0
  if (count === 0) return null
  return (
    <Badge component="span" pos="relative" color="amber" circle={count < 10 && !first?.next}>
      <span aria-hidden>{first?.next ? `${count}+` : count}</span>
      <VisuallyHidden>{t('waiting', { count })}</VisuallyHidden>
    </Badge>
  )
}
