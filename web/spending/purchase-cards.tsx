import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { relative } from '../formats.ts'
import { money } from '../money.ts'
import { Thumb } from '../shell/thumb.tsx'
import { PurchaseLink } from './purchase-link.tsx'
import type { PurchaseRow } from './purchases.ts'
import { StateBadge } from './state-badge.tsx'

/** The purchases on a phone. */
export function PurchaseCards({ purchases }: { purchases: PurchaseRow[] }) {
  const { t } = useTranslation('spending')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.purchases')}>
      {purchases.map((purchase) => (
        <Group component="li" key={purchase.id} wrap="nowrap" align="flex-start" gap="sm">
          <Thumb src={purchase.items[0]?.thumb ?? null} />
          <Stack gap={4} miw={0} flex={1}>
            <PurchaseLink purchase={purchase} />
            <Text size="sm" className="stagedoor-breaks">
              {purchase.sellerName ?? t('goneShop')} · {money(purchase.total, purchase.currency)}
            </Text>
            <Text size="xs" c="dimmed">
              {t('by', { person: purchase.person, when: relative(purchase.createdAt) })}
            </Text>
            <StateBadge state={purchase.status} />
          </Stack>
        </Group>
      ))}
    </Stack>
  )
}
