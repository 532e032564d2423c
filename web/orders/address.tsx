import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../shell/copy-text.tsx'
import { addressLines } from '../spending/address-lines.ts'
import type { Parcel } from './queries.ts'

/** Where it goes, to copy into whatever else wants it. */
export function Address({ address }: Pick<Parcel, 'address'>) {
  const { t } = useTranslation('orders')
  if (!address) return <Text size="sm">{t('address.none')}</Text>
  const text = addressLines(address).join('\n')
  return (
    <Group justify="space-between" align="flex-start">
      <Text component="address" size="sm" fs="normal" className="stagedoor-lines stagedoor-breaks">
        {text}
      </Text>
      <CopyText value={text} />
    </Group>
  )
}
