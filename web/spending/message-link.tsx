import { IconMessage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import type { Purchase } from './purchases.ts'

/** To writing to the shop about a purchase, while that shop is there. */
export function MessageLink({ purchase: { id, shop } }: { purchase: Purchase }) {
  const { t } = useTranslation('correspondence')
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
