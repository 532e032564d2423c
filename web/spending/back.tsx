import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkBack } from '../shell/links.tsx'

const places = {
  purchases: '/dashboard/$account/spending',
  cart: '/dashboard/$account/spending/cart',
  messages: '/dashboard/$account/spending/messages',
} as const

export function Back({ to }: { to: keyof typeof places }) {
  const { t } = useTranslation(['spending', 'correspondence'])
  const { id } = useAccount()
  return (
    <LinkBack to={places[to]} params={{ account: id }}>
      {to === 'messages' ? t('correspondence:title') : t(`tabs.${to}`)}
    </LinkBack>
  )
}
