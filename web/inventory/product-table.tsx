import { Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { money } from '../money.ts'
import { Thumb } from '../shell/thumb.tsx'
import { When } from '../shell/when.tsx'
import { ProductLink } from './product-link.tsx'
import { ProductMenu } from './product-menu.tsx'
import type { Product } from './products.ts'
import { SelectAllBox, SelectBox } from './select-box.tsx'
import { StatusBadge } from './status-badge.tsx'
import type { Selection } from './use-selection.ts'

type Given = { products: Product[]; selection: Selection }

export function ProductTable({ products, selection }: Given) {
  const { t } = useTranslation(['inventory', 'team'])
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <SelectAllBox selection={selection} />
          </Table.Th>
          <Table.Th>{t('columns.product')}</Table.Th>
          <Table.Th>{t('columns.status')}</Table.Th>
          <Table.Th ta="right">{t('columns.price')}</Table.Th>
          <Table.Th ta="right">{t('columns.quantity')}</Table.Th>
          <Table.Th>{t('columns.changed')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('team:columns.more')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {products.map((product) => (
          <Row key={product.id} product={product} selection={selection} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ product, selection }: { product: Product; selection: Selection }) {
  const { t } = useTranslation('inventory')
  return (
    <Table.Tr {...(selection.has(product.id) && { bg: 'var(--stagedoor-quiet)' })}>
      <Table.Td>
        <SelectBox product={product} selection={selection} />
      </Table.Td>
      <Table.Td>
        <Group wrap="nowrap" gap="sm">
          <Thumb src={product.photos[0]?.thumb ?? null} />
          <Stack gap={0}>
            <ProductLink product={product} />
            <Text size="xs" c="dimmed">
              {[product.category, product.sku].filter(Boolean).join(' · ')}
            </Text>
          </Stack>
        </Group>
      </Table.Td>
      <Table.Td>
        <StatusBadge product={product} />
      </Table.Td>
      <Table.Td ta="right">
        {money(product.price, product.currency)}
        {product.sale === 'auction' && (
          <Text size="xs" c="dimmed">
            {t('sales.auction')}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{count(product.quantity)}</Table.Td>
      <Table.Td>
        <When time={product.updatedAt} />
      </Table.Td>
      <Table.Td ta="right">
        <ProductMenu product={product} />
      </Table.Td>
    </Table.Tr>
  )
}
