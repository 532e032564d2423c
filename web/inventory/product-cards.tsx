import { Box, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { Thumb } from '../shell/thumb.tsx'
import { ProductLink } from './product-link.tsx'
import { ProductMenu } from './product-menu.tsx'
import type { Product } from './products.ts'
import { SelectAllBox, SelectBox } from './select-box.tsx'
import { StatusBadge } from './status-badge.tsx'
import type { Selection } from './use-selection.ts'

type Given = { products: Product[]; selection: Selection }

/** The inventory on a phone. */
export function ProductCards({ products, selection }: Given) {
  const { t } = useTranslation('inventory')
  return (
    <>
      <SelectAllBox selection={selection} label={t('select.shown')} />
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('title')}>
        {products.map((product) => (
          <Group component="li" key={product.id} gap="sm" wrap="nowrap" align="flex-start">
            <Box pt="xs">
              <SelectBox product={product} selection={selection} />
            </Box>
            <Thumb src={product.photos[0]?.thumb ?? null} />
            <Stack gap={4} miw={0} flex={1}>
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
    </>
  )
}
