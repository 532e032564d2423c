import { Badge, Group, VisuallyHidden } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TabbedFrame, tabLinkProps } from '../layout/tabbed-frame.tsx'
import { useAccount } from '../session/account-context.ts'
import { LinkArea } from '../ui/links.tsx'
import { cancellationsQuery } from './order-queries.ts'

const tabs = [
  { key: 'orders', to: '/dashboard/$account/orders' },
  { key: 'shipments', to: '/dashboard/$account/orders/shipments' },
  { key: 'cancellations', to: '/dashboard/$account/orders/cancellations' },
  { key: 'pack', to: '/dashboard/$account/orders/pack' },
] as const

/** The tabs: orders, shipments, cancellation requests and packing. */
export function OrdersFrame() {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  return (
    <TabbedFrame label={t('tabs.label')}>
      {tabs.map(({ key, to }) => (
        <LinkArea key={key} to={to} params={{ account: id }} {...tabLinkProps}>
          <Group component="span" gap="xs" wrap="nowrap">
            {t(`tabs.${key}`)}
            {key === 'cancellations' && <OpenCount />}
          </Group>
        </LinkArea>
      ))}
    </TabbedFrame>
  )
}

/** The number of open cancellation requests; shows nothing if there are none. */
function OpenCount() {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  const { data } = useInfiniteQuery(cancellationsQuery(id, 'open'))
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
