import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { Thumb } from '../shell/thumb.tsx'

export type Item = { product: string; title: string; price: number; quantity: number; thumb: string | null }
type Given = {
  items: Item[]
  currency: string
  label: string
  /** What else there is to say of one of them. */
  more?: (item: Item) => ReactNode
}

/** Products of a purchase, each with what it costs. */
export function Items({ items, currency, label, more }: Given) {
  const { t } = useTranslation('spending')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={label}>
      {items.map((item) => (
        <Group component="li" key={item.product} wrap="nowrap" align="flex-start" gap="sm">
          <Thumb src={item.thumb} />
          <Stack gap={2} flex={1} miw={0}>
            <Text size="sm" fw={600} className="stagedoor-breaks">
              {item.title}
            </Text>
            {item.quantity > 1 && (
              <Text size="sm" c="dimmed">
                {t('each', { quantity: item.quantity, price: money(item.price, currency) })}
              </Text>
            )}
            {more?.(item)}
          </Stack>
          <Text size="sm" fw={600} className="stagedoor-whole">
            {money(item.price * item.quantity, currency)}
          </Text>
        </Group>
      ))}
    </Stack>
  )
}
