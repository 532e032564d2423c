import { Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Up to this quantity, the number of remaining pieces is shown. */
const few = 3

/** Says that a product is sold out or nearly so. For a larger stock, it shows nothing. */
export function StockBadge({ of, always = false }: { of: number; always?: boolean }) {
  const { t } = useTranslation('shop')
  if (of === 0) return <Badge color="red">{t('soldOut')}</Badge>
  if (of <= few) return <Badge color="amber">{t('left', { count: of })}</Badge>
  return always && <Text size="sm">{t('inStock')}</Text>
}
