import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { ProductLink } from './product-link.tsx'
import { ProductMenu } from './product-menu.tsx'
import type { Product } from './products.ts'
import { StatusBadge } from './status-badge.tsx'

/** The inventory on a phone. */
export function ProductCards({ products }: { products: Product[] }) {
  const { t } = useTranslation('inventory')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('title')}>
      {products.map((product) => (
        <Group component="li" key={product.id} justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={4} miw={0}>
            <ProductLink product={product} />
            <Text size="sm">
              {money(product.price, product.currency)} · {t('inStock', { count: product.quantity })}
            </Text>
            <StatusBadge product={product} />
          </Stack>
          <ProductMenu product={product} />
        </Group>
      ))}
    </Stack>
  )
}
