import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { address } from '../api.ts'
import { language } from '../i18n.ts'
import { useAccount } from '../shell/account.ts'
import type { Parcel } from './queries.ts'

/** The label, where it is ours to print, and the packing slip: each opens as a PDF. */
export function Printing({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation('parcels')
  const { id: account } = useAccount()
  if (parcel.status === 'cancelled') return null
  const params = { account, shipment: parcel.id }
  const of = (paper: 'label' | 'slip') =>
    address(`/accounts/:account/shipments/:shipment/${paper}.pdf`, params, { language: language() })
  const isOurs = parcel.carrier?.id === 'sandbox' && parcel.tracking !== null
  const icon = <IconPrinter size="1rem" aria-hidden />
  return (
    <>
      {isOurs && (
        <Button component="a" href={of('label')} target="_blank" variant="default" leftSection={icon}>
          {t('parcel.printLabel')}
        </Button>
      )}
      <Button component="a" href={of('slip')} target="_blank" variant="default" leftSection={icon}>
        {t('parcel.printSlip')}
      </Button>
    </>
  )
}
