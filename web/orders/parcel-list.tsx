import { Badge, Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { relative } from '../formats.ts'
import { When } from '../shell/when.tsx'
import { ParcelLink } from './order-link.tsx'
import type { ParcelRow } from './queries.ts'
import { SelectAllBox, SelectBox } from './select-box.tsx'
import { ParcelBadge } from './state-badge.tsx'
import type { Selection } from './use-selection.ts'
import { weightText } from './weight.ts'

type Given = { parcels: ParcelRow[]; selection: Selection }

export function ParcelTable({ parcels, selection }: Given) {
  const { t } = useTranslation('orders')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('tabs.parcels')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={0}>
            <SelectAllBox selection={selection} />
          </Table.Th>
          <Table.Th>{t('columns.parcel')}</Table.Th>
          <Table.Th>{t('columns.buyer')}</Table.Th>
          <Table.Th>{t('columns.to')}</Table.Th>
          <Table.Th>{t('columns.state')}</Table.Th>
          <Table.Th ta="right">{t('columns.weight')}</Table.Th>
          <Table.Th>{t('columns.tracking')}</Table.Th>
          <Table.Th>{t('columns.when')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parcels.map((parcel) => (
          <Table.Tr key={parcel.id}>
            <Table.Td>
              <Box parcel={parcel} selection={selection} />
            </Table.Td>
            <Table.Td>
              <ParcelLink parcel={parcel} />
              <Text size="xs" c="dimmed">
                {t('pieces', { count: parcel.pieces })}
              </Text>
            </Table.Td>
            <Table.Td className="stagedoor-breaks">
              <Buyer parcel={parcel} />
            </Table.Td>
            <Table.Td className="stagedoor-breaks">
              {parcel.recipient}
              <Text size="xs" c="dimmed">
                {parcel.place}
              </Text>
            </Table.Td>
            <Table.Td>
              <Badges parcel={parcel} />
            </Table.Td>
            <Table.Td ta="right">{weightText(parcel.weightGrams)}</Table.Td>
            <Table.Td>{parcel.tracking}</Table.Td>
            <Table.Td>
              <When time={parcel.createdAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** The parcels on a phone. */
export function ParcelCards({ parcels, selection }: Given) {
  const { t } = useTranslation('orders')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.parcels')}>
      {parcels.map((parcel) => (
        <Group component="li" key={parcel.id} wrap="nowrap" align="flex-start" justify="space-between">
          <Stack gap={4} miw={0}>
            <ParcelLink parcel={parcel} />
            <Text size="sm" className="stagedoor-breaks">
              {[parcel.recipient, parcel.place].filter(Boolean).join(', ')}
            </Text>
            <Text size="xs" c="dimmed">
              {[
                t('pieces', { count: parcel.pieces }),
                weightText(parcel.weightGrams),
                parcel.tracking,
                relative(parcel.createdAt),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Badges parcel={parcel} />
          </Stack>
          <Box parcel={parcel} selection={selection} />
        </Group>
      ))}
    </Stack>
  )
}

function Box({ parcel, selection }: { parcel: ParcelRow; selection: Selection }) {
  const { t } = useTranslation('orders')
  if (parcel.status === 'cancelled') return null
  const label = t('selectParcel', { codes: parcel.codes.join(', ') })
  return <SelectBox id={parcel.id} label={label} selection={selection} />
}

/** An empty parcel is nobody's any more; one of a deleted account still has its orders. */
function Buyer({ parcel: { buyerName, codes } }: { parcel: ParcelRow }) {
  const { t } = useTranslation('orders')
  return buyerName ?? (codes.length > 0 ? t('gone') : null)
}

function Badges({ parcel }: { parcel: ParcelRow }) {
  const { t } = useTranslation('parcels')
  return (
    <Group gap={4}>
      <ParcelBadge status={parcel.status} />
      {parcel.packedAt && parcel.status === 'created' && <Badge>{t('parcel.packed')}</Badge>}
    </Group>
  )
}
