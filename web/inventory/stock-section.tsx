import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { Section } from '../shell/section.tsx'
import { MovementDialog } from './movement-dialog.tsx'
import { Movements } from './movements.tsx'
import type { Product } from './products.ts'

/** How many there are, and every movement that made it so. */
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
            {count(product.quantity)}
          </Text>
        </Stack>
        <Button variant="default" disabled={product.status === 'archived'} onClick={() => setOpen(true)}>
          {t('stock.add')}
        </Button>
      </Group>
      <Movements product={product.id} />
      {isOpen && <MovementDialog product={product} close={() => setOpen(false)} />}
    </Section>
  )
}
