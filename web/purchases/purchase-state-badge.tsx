import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PurchaseState } from './purchase-filters.ts'

const colors = {
  pending: 'amber',
  pending_fulfillment: 'gray',
  completed: 'gray',
  cancelled: 'gray',
  failed: 'red',
} as const

export function PurchaseStateBadge({ state }: { state: PurchaseState }) {
  const { t } = useTranslation('spending')
  return <Badge color={colors[state]}>{t(`state.${state}`)}</Badge>
}
