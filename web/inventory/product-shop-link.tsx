import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'
import type { Product } from './product-queries.ts'

/** A link to the product in the shop. Drafts, archived products and those for auctions have none. */
export function ProductShopLink({ product: { id: product, status, sale } }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const { username } = useAccount()
  if (sale !== 'fixed' || (status !== 'active' && status !== 'sold_out')) return null
  return (
    <LinkButton
      to="/shops/$username/products/$product"
      params={{ username, product }}
      variant="default"
      leftSection={<IconExternalLink size="1.125rem" aria-hidden />}
    >
      {t('inShop')}
    </LinkButton>
  )
}
