import { Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { PurchaseLink } from './purchase-link.tsx'
import type { PurchaseSummary } from './purchase-queries.ts'
import { PurchaseStatusBadge } from './purchase-status-badge.tsx'
import { ThumbnailStack } from './thumbnail-stack.tsx'

export function PurchaseTable({ purchases }: { purchases: PurchaseSummary[] }) {
  const { t } = useTranslation('spending')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('tabs.purchases')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.purchase')}</Table.Th>
          <Table.Th>{t('columns.shop')}</Table.Th>
          <Table.Th>{t('columns.status')}</Table.Th>
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

function Row({ purchase }: { purchase: PurchaseSummary }) {
  const { t } = useTranslation('spending')
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <ThumbnailStack items={purchase.items} />
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
        <PurchaseStatusBadge status={purchase.status} />
      </Table.Td>
      <Table.Td ta="right">{formatMoney(purchase.total, purchase.currency)}</Table.Td>
      <Table.Td>{purchase.by}</Table.Td>
      <Table.Td>
        <RelativeTime time={purchase.createdAt} />
      </Table.Td>
    </Table.Tr>
  )
}
