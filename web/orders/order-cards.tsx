import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { relative } from '../formats.ts'
import { money } from '../money.ts'
import { Thumb } from '../shell/thumb.tsx'
import { OrderLink } from './order-link.tsx'
import type { OrderList } from './order-table.tsx'
import { SelectBox } from './select-box.tsx'
import { OrderBadges } from './state-badge.tsx'

/** The orders on a phone. */
export function OrderCards({ orders, selection }: OrderList) {
  const { t } = useTranslation('orders')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.orders')}>
      {orders.map((order) => (
        <Group component="li" key={order.id} wrap="nowrap" align="flex-start" gap="sm">
          <Thumb src={order.thumb} />
          <Stack gap={4} miw={0} flex={1}>
            <OrderLink order={order} />
            <Text size="sm" className="stagedoor-breaks">
              {order.buyerName ?? t('gone')} · {money(order.total, order.currency)}
            </Text>
            <Text size="xs" c="dimmed">
              {order.code} · {t('pieces', { count: order.pieces })} · {relative(order.createdAt)}
            </Text>
            <OrderBadges order={order} />
          </Stack>
          {order.shipment && (
            <SelectBox id={order.id} label={t('select', { code: order.code })} selection={selection} />
          )}
        </Group>
      ))}
    </Stack>
  )
}
