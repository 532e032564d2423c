import { Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { money } from '../money.ts'
import { Thumb } from '../shell/thumb.tsx'
import { When } from '../shell/when.tsx'
import { OrderLink } from './order-link.tsx'
import type { OrderRow } from './queries.ts'
import { SelectAllBox, SelectBox } from './select-box.tsx'
import { OrderBadges } from './state-badge.tsx'
import type { Selection } from './use-selection.ts'

export type OrderList = { orders: OrderRow[]; selection: Selection }

export function OrderTable({ orders, selection }: OrderList) {
  const { t } = useTranslation('orders')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('tabs.orders')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={0}>
            <SelectAllBox selection={selection} />
          </Table.Th>
          <Table.Th>{t('columns.order')}</Table.Th>
          <Table.Th>{t('columns.buyer')}</Table.Th>
          <Table.Th>{t('columns.state')}</Table.Th>
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

function Row({ order, selection }: { order: OrderRow; selection: Selection }) {
  const { t } = useTranslation('orders')
  return (
    <Table.Tr>
      <Table.Td>
        {order.shipment && (
          <SelectBox id={order.id} label={t('select', { code: order.code })} selection={selection} />
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Thumb src={order.thumb} size="md" />
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
      <Table.Td ta="right">{count(order.pieces)}</Table.Td>
      <Table.Td ta="right">{money(order.total, order.currency)}</Table.Td>
      <Table.Td>
        <When time={order.createdAt} />
      </Table.Td>
    </Table.Tr>
  )
}
