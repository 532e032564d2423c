import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Shipment } from './shipment-queries.ts'

const shipmentColors = {
  created: 'amber',
  label_generated: 'gray',
  dropped_off: 'gray',
  in_transit: 'gray',
  delivered: 'green',
  failed: 'red',
  cancelled: 'gray',
} as const

export function ShipmentBadge({ status }: Pick<Shipment, 'status'>) {
  const { t } = useTranslation('shipping')
  return <Badge color={shipmentColors[status]}>{t(`shipment.status.${status}`)}</Badge>
}
