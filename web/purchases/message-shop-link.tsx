import { IconMessage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'
import type { Purchase } from './purchase-queries.ts'

/** A link for writing to the shop about a purchase, if the shop still exists. */
export function MessageShopLink({ purchase: { id, shop } }: { purchase: Purchase }) {
  const { t } = useTranslation('buyerMessages')
  const { id: account } = useAccount()
  if (!shop) return null
  return (
    <LinkButton
      to="/dashboard/$account/spending/messages/new"
      params={{ account }}
      search={{ shop, order: id }}
      variant="default"
      leftSection={<IconMessage size="1.125rem" aria-hidden />}
    >
      {t('write')}
    </LinkButton>
  )
}
