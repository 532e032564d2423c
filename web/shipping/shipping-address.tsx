import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addressLines } from '../addresses/address-lines.ts'
import { CopyTextButton } from '../ui/copy-text-button.tsx'
import type { Shipment } from './shipment-queries.ts'

/** The address, with a button to copy it. */
export function ShippingAddress({ address }: Pick<Shipment, 'address'>) {
  const { t } = useTranslation('orders')
  if (!address) return <Text size="sm">{t('address.none')}</Text>
  const text = addressLines(address).join('\n')
  return (
    <Group justify="space-between" align="flex-start">
      <Text component="address" size="sm" fs="normal" className="stagedoor-lines stagedoor-breaks">
        {text}
      </Text>
      <CopyTextButton value={text} />
    </Group>
  )
}
