import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { BackLink } from '../ui/links.tsx'

const places = {
  orders: '/dashboard/$account/orders',
  shipments: '/dashboard/$account/orders/shipments',
} as const

export function BackToOrders({ to }: { to: keyof typeof places }) {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  return (
    <BackLink to={places[to]} params={{ account: id }}>
      {t(`tabs.${to}`)}
    </BackLink>
  )
}
