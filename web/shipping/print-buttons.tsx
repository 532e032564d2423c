import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { apiUrl } from '../data/api.ts'
import { currentLanguage } from '../i18n/i18n.ts'
import { useAccount } from '../session/account-context.ts'
import type { Shipment } from './shipment-queries.ts'

/** Opens the label, if it is our carrier's, and the packing slip as PDFs. */
export function PrintButtons({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation('shipping')
  const { id: account } = useAccount()
  if (shipment.status === 'cancelled') return null
  const params = { account, shipment: shipment.id }
  const of = (paper: 'label' | 'slip') =>
    apiUrl(`/accounts/:account/shipments/:shipment/${paper}.pdf`, params, { language: currentLanguage() })
  const isOurs = shipment.carrier?.id === 'sandbox' && shipment.tracking !== null
  const icon = <IconPrinter size="1rem" aria-hidden />
  return (
    <>
      {isOurs && (
        <Button component="a" href={of('label')} target="_blank" variant="default" leftSection={icon}>
          {t('shipment.printLabel')}
        </Button>
      )}
      <Button component="a" href={of('slip')} target="_blank" variant="default" leftSection={icon}>
        {t('shipment.printSlip')}
      </Button>
    </>
  )
}
