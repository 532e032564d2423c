import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { BackLink } from '../ui/links.tsx'

const places = {
  purchases: '/dashboard/$account/spending',
  cart: '/dashboard/$account/spending/cart',
  messages: '/dashboard/$account/spending/messages',
} as const

export function BackToSpending({ to }: { to: keyof typeof places }) {
  const { t } = useTranslation(['spending', 'buyerMessages'])
  const { id } = useAccount()
  return (
    <BackLink to={places[to]} params={{ account: id }}>
      {to === 'messages' ? t('buyerMessages:title') : t(`tabs.${to}`)}
    </BackLink>
  )
}
