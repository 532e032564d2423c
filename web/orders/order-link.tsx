import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import type { OrderRow, ParcelRow } from './queries.ts'

const shared = { fw: 600, size: 'sm', c: 'bright', className: 'stagedoor-breaks' } as const

/** An order by what was bought first; its code tells it from others. */
export function OrderLink({ order }: { order: OrderRow }) {
  const { id } = useAccount()
  return (
    <LinkAnchor
      to="/dashboard/$account/orders/$order"
      params={{ account: id, order: order.id }}
      lineClamp={2}
      {...shared}
    >
      {order.title || order.code}
    </LinkAnchor>
  )
}

/** A parcel by the orders in it. */
export function ParcelLink({ parcel }: { parcel: Pick<ParcelRow, 'id' | 'codes'> }) {
  const { t } = useTranslation('parcels')
  const { id } = useAccount()
  return (
    <LinkAnchor
      to="/dashboard/$account/orders/parcels/$parcel"
      params={{ account: id, parcel: parcel.id }}
      {...shared}
    >
      {parcel.codes.join(', ') || t('parcel.empty')}
    </LinkAnchor>
  )
}

export function OpenParcel({ id: parcel }: { id: string }) {
  const { t } = useTranslation('parcels')
  const { id: account } = useAccount()
  return (
    <LinkAnchor to="/dashboard/$account/orders/parcels/$parcel" params={{ account, parcel }} size="sm">
      {t('parcel.open')}
    </LinkAnchor>
  )
}
