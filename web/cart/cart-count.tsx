import { Badge, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCartCount } from './use-cart.ts'

/** The number of items in the cart; shows nothing while it is empty. */
export function CartCount() {
  const { t } = useTranslation('spending')
  const count = useCartCount()
  if (count === 0) return null
  return (
    <Badge component="span" color="amber" circle={count < 10}>
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{t('inCart', { count })}</VisuallyHidden>
    </Badge>
  )
}
