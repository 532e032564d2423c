import { Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { AllRowsCheckbox, RowCheckbox } from '../ui/row-checkbox.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import type { RowSelection } from '../ui/use-row-selection.ts'
import { OrderBadges } from './order-badge.tsx'
import { OrderLink } from './order-link.tsx'
import type { OrderSummary } from './order-queries.ts'

export type OrderListProps = { orders: OrderSummary[]; selection: RowSelection }

export function OrderTable({ orders, selection }: OrderListProps) {
  const { t } = useTranslation('orders')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('tabs.orders')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={0}>
            <AllRowsCheckbox selection={selection} label={t('selectAll')} />
          </Table.Th>
          <Table.Th>{t('columns.order')}</Table.Th>
          <Table.Th>{t('columns.buyer')}</Table.Th>
          <Table.Th>{t('columns.status')}</Table.Th>
          <Table.Th ta="right">{t('columns.pieces')}</Table.Th>
          <Table.Th ta="right">{t('columns.total')}</Table.Th>
          <Table.Th>{t('columns.when')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {orders.map((order) => (
          <Row key={order.id} order={order} selection={selection} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ order, selection }: { order: OrderSummary; selection: RowSelection }) {
  const { t } = useTranslation('orders')
  return (
    <Table.Tr>
      <Table.Td>
        {order.shipment && (
          <RowCheckbox id={order.id} label={t('select', { code: order.code })} selection={selection} />
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Thumbnail src={order.thumb} size="md" />
          <Stack gap={0} miw={0}>
            <OrderLink order={order} />
            <Text size="xs" c="dimmed">
              {order.code}
            </Text>
          </Stack>
        </Group>
      </Table.Td>
      <Table.Td className="stagedoor-breaks">{order.buyerName ?? t('gone')}</Table.Td>
      <Table.Td>
        <OrderBadges order={order} />
      </Table.Td>
      <Table.Td ta="right">{formatNumber(order.pieces)}</Table.Td>
      <Table.Td ta="right">{formatMoney(order.total, order.currency)}</Table.Td>
      <Table.Td>
        <RelativeTime time={order.createdAt} />
      </Table.Td>
    </Table.Tr>
  )
}
