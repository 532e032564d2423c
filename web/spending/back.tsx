import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkBack } from '../shell/links.tsx'

const places = {
  purchases: '/dashboard/$account/spending',
  cart: '/dashboard/$account/spending/cart',
} as const

export function Back({ to }: { to: keyof typeof places }) {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  return (
    <LinkBack to={places[to]} params={{ account: id }}>
      {t(`tabs.${to}`)}
    </LinkBack>
  )
}
