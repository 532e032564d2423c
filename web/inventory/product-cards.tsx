import { Box, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { AllRowsCheckbox, RowCheckbox } from '../ui/row-checkbox.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { ProductLink } from './product-link.tsx'
import { ProductMenu } from './product-menu.tsx'
import type { Product } from './product-queries.ts'
import { ProductStatusBadge } from './product-status-badge.tsx'
import type { ProductSelection } from './use-product-selection.ts'

type Given = { products: Product[]; selection: ProductSelection }

/** The inventory on narrow screens. */
export function ProductCards({ products, selection }: Given) {
  const { t } = useTranslation('inventory')
  return (
    <>
      <AllRowsCheckbox selection={selection} label={t('select.shown')} isLabelShown />
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('title')}>
        {products.map((product) => (
          <Group component="li" key={product.id} gap="sm" wrap="nowrap" align="flex-start">
            <Box pt="xs">
              <RowCheckbox
                id={product.id}
                label={t('select.one', { title: product.title })}
                selection={selection}
              />
            </Box>
            <Thumbnail src={product.photos[0]?.thumb ?? null} />
            <Stack gap={4} miw={0} flex={1}>
              <ProductLink product={product} />
              <Text size="sm">
                {formatMoney(product.price, product.currency)} · {t('inStock', { count: product.quantity })}
              </Text>
              <ProductStatusBadge product={product} />
            </Stack>
            <ProductMenu product={product} />
          </Group>
        ))}
      </Stack>
    </>
  )
}
