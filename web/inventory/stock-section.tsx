import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { Section } from '../ui/section.tsx'
import type { Product } from './product-queries.ts'
import { StockMovementDialog } from './stock-movement-dialog.tsx'
import { StockMovements } from './stock-movements.tsx'

/** The stock, and every movement that led to it. */
export function StockSection({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={t('stock.title')}>
      <Group justify="space-between">
        <Stack gap={0}>
          <Text size="sm" c="dimmed">
            {t('stock.now')}
          </Text>
          <Text fz="h1" fw={650} lh="xs">
            {formatNumber(product.quantity)}
          </Text>
        </Stack>
        <Button variant="default" disabled={product.status === 'archived'} onClick={() => setOpen(true)}>
          {t('stock.add')}
        </Button>
      </Group>
      <QueryBoundary rows={2}>
        <StockMovements product={product.id} />
      </QueryBoundary>
      {isOpen && <StockMovementDialog product={product} close={() => setOpen(false)} />}
    </Section>
  )
}
