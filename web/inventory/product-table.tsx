import { Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { money } from '../money.ts'
import { When } from '../shell/when.tsx'
import { ProductLink } from './product-link.tsx'
import { ProductMenu } from './product-menu.tsx'
import type { Product } from './products.ts'
import { StatusBadge } from './status-badge.tsx'

export function ProductTable({ products }: { products: Product[] }) {
  const { t } = useTranslation(['inventory', 'team'])
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
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
          <Row key={product.id} product={product} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ product }: { product: Product }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Stack gap={0}>
          <ProductLink product={product} />
          <Text size="xs" c="dimmed">
            {[product.category, product.sku].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
      </Table.Td>
      <Table.Td>
        <StatusBadge product={product} />
      </Table.Td>
      <Table.Td ta="right">{money(product.price, product.currency)}</Table.Td>
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
