import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PurchaseStatus } from './purchase-filters.ts'

const colors = {
  pending: 'amber',
  pending_fulfillment: 'gray',
  completed: 'gray',
  cancelled: 'gray',
  failed: 'red',
} as const

export function PurchaseStatusBadge({ status }: { status: PurchaseStatus }) {
  const { t } = useTranslation('spending')
  return <Badge color={colors[status]}>{t(`status.${status}`)}</Badge>
}
