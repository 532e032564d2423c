import { DataList } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addressLines } from '../addresses/address-lines.ts'
import { formatDateTime } from '../i18n/formats.ts'
import { Section } from '../ui/section.tsx'
import type { Purchase } from './purchase-queries.ts'

export function PurchaseFacts({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  const facts = [
    { key: 'who', value: purchase.by },
    { key: 'when', value: formatDateTime(purchase.createdAt) },
    { key: 'method', value: purchase.method },
    { key: 'address', value: purchase.address ? addressLines(purchase.address).join('\n') : t('noAddress') },
  ] as const
  return (
    <Section title={t('facts.title')}>
      <DataList>
        {facts.map(({ key, value }) => (
          <DataList.Item key={key}>
            <DataList.ItemLabel>{t(`facts.${key}`)}</DataList.ItemLabel>
            <DataList.ItemValue className="stagedoor-lines">{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Section>
  )
}
