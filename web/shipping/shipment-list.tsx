import { Badge, Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatRelativeTime } from '../i18n/formats.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { AllRowsCheckbox, RowCheckbox } from '../ui/row-checkbox.tsx'
import type { RowSelection } from '../ui/use-row-selection.ts'
import { formatWeight } from './format-weight.ts'
import { ShipmentBadge } from './shipment-badge.tsx'
import { ShipmentLink } from './shipment-link.tsx'
import type { ShipmentSummary } from './shipment-queries.ts'

type Given = { shipments: ShipmentSummary[]; selection: RowSelection }

export function ShipmentTable({ shipments, selection }: Given) {
  const { t } = useTranslation('orders')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('tabs.shipments')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={0}>
            <AllRowsCheckbox selection={selection} label={t('selectAll')} />
          </Table.Th>
          <Table.Th>{t('columns.shipment')}</Table.Th>
          <Table.Th>{t('columns.buyer')}</Table.Th>
          <Table.Th>{t('columns.to')}</Table.Th>
          <Table.Th>{t('columns.status')}</Table.Th>
          <Table.Th ta="right">{t('columns.weight')}</Table.Th>
          <Table.Th>{t('columns.tracking')}</Table.Th>
          <Table.Th>{t('columns.when')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shipments.map((shipment) => (
          <Table.Tr key={shipment.id}>
            <Table.Td>
              <Box shipment={shipment} selection={selection} />
            </Table.Td>
            <Table.Td>
              <ShipmentLink shipment={shipment} />
              <Text size="xs" c="dimmed">
                {t('pieces', { count: shipment.pieces })}
              </Text>
            </Table.Td>
            <Table.Td className="stagedoor-breaks">
              <Buyer shipment={shipment} />
            </Table.Td>
            <Table.Td className="stagedoor-breaks">
              {shipment.recipient}
              <Text size="xs" c="dimmed">
                {shipment.place}
              </Text>
            </Table.Td>
            <Table.Td>
              <Badges shipment={shipment} />
            </Table.Td>
            <Table.Td ta="right">{formatWeight(shipment.weightGrams)}</Table.Td>
            <Table.Td>{shipment.tracking}</Table.Td>
            <Table.Td>
              <RelativeTime time={shipment.createdAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** The shipments on narrow screens. */
export function ShipmentCards({ shipments, selection }: Given) {
  const { t } = useTranslation('orders')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.shipments')}>
      {shipments.map((shipment) => (
        <Group component="li" key={shipment.id} wrap="nowrap" align="flex-start" justify="space-between">
          <Stack gap={4} miw={0}>
            <ShipmentLink shipment={shipment} />
            <Text size="sm" className="stagedoor-breaks">
              {[shipment.recipient, shipment.place].filter(Boolean).join(', ')}
            </Text>
            <Text size="xs" c="dimmed">
              {[
                t('pieces', { count: shipment.pieces }),
                formatWeight(shipment.weightGrams),
                shipment.tracking,
                formatRelativeTime(shipment.createdAt),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Badges shipment={shipment} />
          </Stack>
          <Box shipment={shipment} selection={selection} />
        </Group>
      ))}
    </Stack>
  )
}

function Box({ shipment, selection }: { shipment: ShipmentSummary; selection: RowSelection }) {
  const { t } = useTranslation('orders')
  if (shipment.status === 'cancelled') return null
  const label = t('selectShipment', { codes: shipment.codes.join(', ') })
  return <RowCheckbox id={shipment.id} label={label} selection={selection} />
}

/** The buyer. An empty shipment has none; one of a deleted account still has its orders. */
function Buyer({ shipment: { buyerName, codes } }: { shipment: ShipmentSummary }) {
  const { t } = useTranslation('orders')
  return buyerName ?? (codes.length > 0 ? t('gone') : null)
}

function Badges({ shipment }: { shipment: ShipmentSummary }) {
  const { t } = useTranslation('shipping')
  return (
    <Group gap={4}>
      <ShipmentBadge status={shipment.status} />
      {shipment.packedAt && shipment.status === 'created' && <Badge>{t('shipment.packed')}</Badge>}
    </Group>
  )
}
