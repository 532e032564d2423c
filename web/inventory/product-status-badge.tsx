import { Badge, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isLowStock, type Product } from './product-queries.ts'

const colors = { active: 'green', draft: 'gray', sold_out: 'red', archived: 'gray' } as const

export function ProductStatusBadge({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  return (
    <Group gap={4} wrap="nowrap">
      <Badge color={colors[product.status]}>{t(`status.${product.status}`)}</Badge>
      {isLowStock(product) && <Badge color="amber">{t('low')}</Badge>}
    </Group>
  )
}
