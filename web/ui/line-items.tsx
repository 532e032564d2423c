import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { Thumbnail } from './thumbnail.tsx'

export type LineItem = {
  product: string
  title: string
  price: number
  quantity: number
  thumb: string | null
}
type Given = {
  items: LineItem[]
  currency: string
  label: string
  /** Further content for one of the items. */
  more?: (item: LineItem) => ReactNode
}

/** The products of a purchase, each with its price. */
export function LineItems({ items, currency, label, more }: Given) {
  const { t } = useTranslation('spending')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={label}>
      {items.map((item) => (
        <Group component="li" key={item.product} wrap="nowrap" align="flex-start" gap="sm">
          <Thumbnail src={item.thumb} />
          <Stack gap={2} flex={1} miw={0}>
            <Text size="sm" fw={600} className="stagedoor-breaks">
              {item.title}
            </Text>
            {item.quantity > 1 && (
              <Text size="sm" c="dimmed">
                {t('each', { quantity: item.quantity, price: formatMoney(item.price, currency) })}
              </Text>
            )}
            {more?.(item)}
          </Stack>
          <Text size="sm" fw={600} className="stagedoor-whole">
            {formatMoney(item.price * item.quantity, currency)}
          </Text>
        </Group>
      ))}
    </Stack>
  )
}
