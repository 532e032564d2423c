import { Badge, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ShipmentBadge } from '../shipping/shipment-badge.tsx'
import type { Order, OrderSummary } from './order-queries.ts'

const orderColors = {
  pending: 'gray',
  pending_fulfillment: 'amber',
  completed: 'green',
  cancelled: 'gray',
  failed: 'red',
} as const

/** The status of an order. While it is in progress, that of its shipment. */
export function OrderBadge({ order }: { order: Pick<Order | OrderSummary, 'status' | 'shipment'> }) {
  const { t } = useTranslation('orders')
  const { status, shipment } = order
  if (status === 'pending_fulfillment' && shipment) return <ShipmentBadge status={shipment.status} />
  return <Badge color={orderColors[status]}>{t(`status.${status}`)}</Badge>
}

/** The same, and whether a cancellation request waits for an answer. */
export function OrderBadges({ order }: { order: OrderSummary }) {
  const { t } = useTranslation('orders')
  return (
    <Group gap={4}>
      <OrderBadge order={order} />
      {order.cancellationDueAt && <Badge color="red">{t('asked')}</Badge>}
    </Group>
  )
}
