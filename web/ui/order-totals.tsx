import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'

type Given = { currency: string; itemsTotal: number; shipping: number; total: number; refunded?: number }

export function OrderTotals({ currency, itemsTotal, shipping, total, refunded = 0 }: Given) {
  const { t } = useTranslation('spending')
  const rows = [
    { key: 'items', amount: itemsTotal, isSum: false },
    { key: 'shipping', amount: shipping, isSum: false },
    { key: 'total', amount: total, isSum: true },
    ...(refunded > 0
      ? ([
          { key: 'refunded', amount: -refunded, isSum: false },
          { key: 'paid', amount: total - refunded, isSum: true },
        ] as const)
      : []),
  ] as const
  return (
    <Stack component="dl" gap="xs" m={0}>
      {rows.map(({ key, amount, isSum }) => (
        <Group key={key} justify="space-between" wrap="nowrap">
          <Text component="dt" size="sm" fw={isSum ? 600 : 400}>
            {t(`totals.${key}`)}
          </Text>
          <Text component="dd" m={0} size="sm" fw={isSum ? 600 : 400}>
            {formatMoney(amount, currency)}
          </Text>
        </Group>
      ))}
    </Stack>
  )
}
