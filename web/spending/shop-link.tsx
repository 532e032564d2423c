import { useTranslation } from 'react-i18next'
import { LinkButton } from '../shell/links.tsx'
import type { Purchase } from './purchases.ts'

/** To where it was bought, while that shop is there. */
export function ShopLink({ purchase: { shop, sellerName } }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  if (!shop) return null
  return (
    <LinkButton to="/shops/$username" params={{ username: shop }} variant="default">
      {sellerName ?? t('shopLink')}
    </LinkButton>
  )
}
