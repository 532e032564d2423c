import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatRelativeTime } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { RowCheckbox } from '../ui/row-checkbox.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { OrderBadges } from './order-badge.tsx'
import { OrderLink } from './order-link.tsx'
import type { OrderListProps } from './order-table.tsx'

/** The orders on narrow screens. */
export function OrderCards({ orders, selection }: OrderListProps) {
  const { t } = useTranslation('orders')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.orders')}>
      {orders.map((order) => (
        <Group component="li" key={order.id} wrap="nowrap" align="flex-start" gap="sm">
          <Thumbnail src={order.thumb} />
          <Stack gap={4} miw={0} flex={1}>
            <OrderLink order={order} />
            <Text size="sm" className="stagedoor-breaks">
              {order.buyerName ?? t('gone')} · {formatMoney(order.total, order.currency)}
            </Text>
            <Text size="xs" c="dimmed">
              {order.code} · {t('pieces', { count: order.pieces })} · {formatRelativeTime(order.createdAt)}
            </Text>
            <OrderBadges order={order} />
          </Stack>
          {order.shipment && (
            <RowCheckbox id={order.id} label={t('select', { code: order.code })} selection={selection} />
          )}
        </Group>
      ))}
    </Stack>
  )
}
