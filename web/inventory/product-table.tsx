import { Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { AllRowsCheckbox, RowCheckbox } from '../ui/row-checkbox.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { ProductLink } from './product-link.tsx'
import { ProductMenu } from './product-menu.tsx'
import type { Product } from './product-queries.ts'
import { ProductStatusBadge } from './product-status-badge.tsx'
import type { ProductSelection } from './use-product-selection.ts'

type Given = { products: Product[]; selection: ProductSelection }

export function ProductTable({ products, selection }: Given) {
  const { t } = useTranslation(['inventory', 'team'])
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <AllRowsCheckbox selection={selection} label={t('select.shown')} />
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

function Row({ product, selection }: { product: Product; selection: ProductSelection }) {
  const { t } = useTranslation('inventory')
  return (
    <Table.Tr {...(selection.has(product.id) && { bg: 'var(--stagedoor-quiet)' })}>
      <Table.Td>
        <RowCheckbox
          id={product.id}
          label={t('select.one', { title: product.title })}
          selection={selection}
        />
      </Table.Td>
      <Table.Td>
        <Group wrap="nowrap" gap="sm">
          <Thumbnail src={product.photos[0]?.thumb ?? null} />
          <Stack gap={0}>
            <ProductLink product={product} />
            <Text size="xs" c="dimmed">
              {[product.category, product.sku].filter(Boolean).join(' · ')}
            </Text>
          </Stack>
        </Group>
      </Table.Td>
      <Table.Td>
        <ProductStatusBadge product={product} />
      </Table.Td>
      <Table.Td ta="right">
        {formatMoney(product.price, product.currency)}
        {product.sale === 'auction' && (
          <Text size="xs" c="dimmed">
            {t('sales.auction')}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{formatNumber(product.quantity)}</Table.Td>
      <Table.Td>
        <RelativeTime time={product.updatedAt} />
      </Table.Td>
      <Table.Td ta="right">
        <ProductMenu product={product} />
      </Table.Td>
    </Table.Tr>
  )
}
