import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import type { ShipmentSummary } from './shipment-queries.ts'

const shared = { fw: 600, size: 'sm', c: 'bright', className: 'stagedoor-breaks' } as const

/** A link to a shipment. Its text is the codes of its orders. */
export function ShipmentLink({ shipment }: { shipment: Pick<ShipmentSummary, 'id' | 'codes'> }) {
  const { t } = useTranslation('shipping')
  const { id } = useAccount()
  return (
    <LinkAnchor
      to="/dashboard/$account/orders/shipments/$shipment"
      params={{ account: id, shipment: shipment.id }}
      {...shared}
    >
      {shipment.codes.join(', ') || t('shipment.empty')}
    </LinkAnchor>
  )
}

export function OpenShipmentLink({ id: shipment }: { id: string }) {
  const { t } = useTranslation('shipping')
  const { id: account } = useAccount()
  return (
    <LinkAnchor to="/dashboard/$account/orders/shipments/$shipment" params={{ account, shipment }} size="sm">
      {t('shipment.open')}
    </LinkAnchor>
  )
}
