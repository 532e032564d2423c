import { Badge, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Order, OrderRow, Parcel } from './queries.ts'

const orderColors = {
  pending: 'gray',
  pending_fulfillment: 'amber',
  completed: 'green',
  cancelled: 'gray',
  failed: 'red',
} as const
const parcelColors = {
  created: 'amber',
  label_generated: 'gray',
  dropped_off: 'gray',
  in_transit: 'gray',
  delivered: 'green',
  failed: 'red',
  cancelled: 'gray',
} as const

export function ParcelBadge({ status }: Pick<Parcel, 'status'>) {
  const { t } = useTranslation('parcels')
  return <Badge color={parcelColors[status]}>{t(`parcel.status.${status}`)}</Badge>
}

/** How far an order is: while it is in progress, as far as its parcel. */
export function OrderBadge({ order }: { order: Pick<Order | OrderRow, 'status' | 'shipment'> }) {
  const { t } = useTranslation('orders')
  const { status, shipment } = order
  if (status === 'pending_fulfillment' && shipment) return <ParcelBadge status={shipment.status} />
  return <Badge color={orderColors[status]}>{t(`state.${status}`)}</Badge>
}

/** The same, and whether the buyer waits for an answer. */
export function OrderBadges({ order }: { order: OrderRow }) {
  const { t } = useTranslation('orders')
  return (
    <Group gap={4}>
      <OrderBadge order={order} />
      {order.answerBy && <Badge color="red">{t('asked')}</Badge>}
    </Group>
  )
}
