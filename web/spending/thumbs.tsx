import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Thumb } from '../shell/thumb.tsx'

const shown = 3

/** The first products of a purchase, and how many more there are. */
export function Thumbs({ items }: { items: { product: string; thumb: string | null }[] }) {
  const { t } = useTranslation('spending')
  const rest = items.length - shown
  return (
    <Group gap={4} wrap="nowrap">
      {items.slice(0, shown).map(({ product, thumb }) => (
        <Thumb key={product} src={thumb} size="md" />
      ))}
      {rest > 0 && (
        <Text size="xs" c="dimmed">
          {t('more', { count: rest })}
        </Text>
      )}
    </Group>
  )
}
