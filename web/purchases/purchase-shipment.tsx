import { Anchor, Group, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/copy-field.tsx'
import { Section } from '../ui/section.tsx'
import type { Purchase } from './purchase-queries.ts'

type Shipment = NonNullable<Purchase['shipment']>

export function PurchaseShipment({ purchase: { shipment, sellerName } }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  const shop = sellerName ?? t('goneShop')
  if (!shipment) return <Section title={t('shipment.title')} text={t('shipment.none')} />
  return (
    <Section title={t('shipment.title')}>
      <Stack gap={2}>
        <Text fw={600}>{t(`shipment.status.${shipment.status}`)}</Text>
        <Text size="sm" c="dimmed">
          {t(`shipment.text.${shipment.status}`, { shop })}
        </Text>
      </Stack>
      {shipment.tracking && <Tracking shipment={shipment} number={shipment.tracking} />}
    </Section>
  )
}

/** The tracking number, which can be copied, and a link to the carrier's tracking page. */
function Tracking({ shipment: { carrier }, number }: { shipment: Shipment; number: string }) {
  const { t } = useTranslation('spending')
  return (
    <Stack gap="xs" align="flex-start">
      <CopyField label={t('shipment.tracking')} value={number} />
      {carrier?.link && carrier.name && (
        <Anchor href={carrier.link} target="_blank" rel="noreferrer" size="sm">
          <Group component="span" gap={4} display="inline-flex">
            {t('shipment.follow', { carrier: carrier.name })}
            <IconExternalLink size="1rem" aria-hidden />
          </Group>
        </Anchor>
      )}
    </Stack>
  )
}
