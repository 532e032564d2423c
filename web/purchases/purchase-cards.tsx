import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatRelativeTime } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { PurchaseLink } from './purchase-link.tsx'
import type { PurchaseSummary } from './purchase-queries.ts'
import { PurchaseStatusBadge } from './purchase-status-badge.tsx'

/** The purchases on narrow screens. */
export function PurchaseCards({ purchases }: { purchases: PurchaseSummary[] }) {
  const { t } = useTranslation('spending')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.purchases')}>
      {purchases.map((purchase) => (
        <Group component="li" key={purchase.id} wrap="nowrap" align="flex-start" gap="sm">
          <Thumbnail src={purchase.items[0]?.thumb ?? null} />
          <Stack gap={4} miw={0} flex={1}>
            <PurchaseLink purchase={purchase} />
            <Text size="sm" className="stagedoor-breaks">
              {purchase.sellerName ?? t('goneShop')} · {formatMoney(purchase.total, purchase.currency)}
            </Text>
            <Text size="xs" c="dimmed">
              {t('by', { person: purchase.by, when: formatRelativeTime(purchase.createdAt) })}
            </Text>
            <PurchaseStatusBadge status={purchase.status} />
          </Stack>
        </Group>
      ))}
    </Stack>
  )
}
