import { Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { When } from '../shell/when.tsx'
import { PurchaseLink } from './purchase-link.tsx'
import type { PurchaseRow } from './purchases.ts'
import { StateBadge } from './state-badge.tsx'
import { Thumbs } from './thumbs.tsx'

export function PurchaseTable({ purchases }: { purchases: PurchaseRow[] }) {
  const { t } = useTranslation('spending')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('tabs.purchases')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.purchase')}</Table.Th>
          <Table.Th>{t('columns.shop')}</Table.Th>
          <Table.Th>{t('columns.state')}</Table.Th>
          <Table.Th ta="right">{t('columns.total')}</Table.Th>
          <Table.Th>{t('columns.who')}</Table.Th>
          <Table.Th>{t('columns.when')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {purchases.map((purchase) => (
          <Row key={purchase.id} purchase={purchase} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ purchase }: { purchase: PurchaseRow }) {
  const { t } = useTranslation('spending')
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Thumbs items={purchase.items} />
          <Stack gap={0} miw={0}>
            <PurchaseLink purchase={purchase} />
            <Text size="xs" c="dimmed">
              {purchase.code}
            </Text>
          </Stack>
        </Group>
      </Table.Td>
      <Table.Td className="stagedoor-breaks">{purchase.sellerName ?? t('goneShop')}</Table.Td>
      <Table.Td>
        <StateBadge state={purchase.status} />
      </Table.Td>
      <Table.Td ta="right">{money(purchase.total, purchase.currency)}</Table.Td>
      <Table.Td>{purchase.person}</Table.Td>
      <Table.Td>
        <When time={purchase.createdAt} />
      </Table.Td>
    </Table.Tr>
  )
}
