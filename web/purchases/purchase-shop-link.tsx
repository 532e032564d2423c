import { useTranslation } from 'react-i18next'
import { LinkButton } from '../ui/links.tsx'
import type { Purchase } from './purchase-queries.ts'

/** A link to the shop, if it still exists. */
export function PurchaseShopLink({ purchase: { shop, sellerName } }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  if (!shop) return null
  return (
    <LinkButton to="/shops/$username" params={{ username: shop }} variant="default">
      {sellerName ?? t('shopLink')}
    </LinkButton>
  )
}
