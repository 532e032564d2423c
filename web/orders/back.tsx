import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkBack } from '../shell/links.tsx'

const places = {
  orders: '/dashboard/$account/orders',
  parcels: '/dashboard/$account/orders/parcels',
} as const

export function Back({ to }: { to: keyof typeof places }) {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  return (
    <LinkBack to={places[to]} params={{ account: id }}>
      {t(`tabs.${to}`)}
    </LinkBack>
  )
}
