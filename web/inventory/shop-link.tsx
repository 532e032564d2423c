import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import type { Product } from './products.ts'

/** Where the public sees it; nothing while it does not: what is a draft, archived or for an auction. */
export function ShopLink({ product: { id: product, status, sale } }: { product: Product }) {
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
