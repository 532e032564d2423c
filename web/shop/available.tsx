import { Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** From here down it is worth a word how many are left. */
const few = 3

/** Sold out, or nearly; a shelf says nothing of what there is enough of. */
export function Available({ of, always = false }: { of: number; always?: boolean }) {
  const { t } = useTranslation('shop')
  if (of === 0) return <Badge color="red">{t('soldOut')}</Badge>
  if (of <= few) return <Badge color="amber">{t('left', { count: of })}</Badge>
  return always && <Text size="sm">{t('inStock')}</Text>
}
