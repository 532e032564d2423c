import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Thumbnail } from '../ui/thumbnail.tsx'

const shown = 3

/** The photos of the first products of a purchase, and the number of the others. */
export function ThumbnailStack({ items }: { items: { product: string; thumb: string | null }[] }) {
  const { t } = useTranslation('spending')
  const rest = items.length - shown
  return (
    <Group gap={4} wrap="nowrap">
      {items.slice(0, shown).map(({ product, thumb }) => (
        <Thumbnail key={product} src={thumb} size="md" />
      ))}
      {rest > 0 && (
        <Text size="xs" c="dimmed">
          {t('more', { count: rest })}
        </Text>
      )}
    </Group>
  )
}
