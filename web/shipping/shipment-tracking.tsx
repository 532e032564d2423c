import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/copy-field.tsx'
import type { Shipment } from './shipment-queries.ts'
import { TrackingNumberDialog } from './tracking-number-dialog.tsx'

/** The tracking number, and a link to the carrier's tracking page. */
export function ShipmentTracking({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation('shipping')
  const [isCorrecting, setCorrecting] = useState(false)
  const { carrier, tracking, status } = shipment
  const isOwn = carrier?.id !== 'sandbox'
  return (
    <Stack gap="xs" align="flex-start">
      <CopyField
        label={t('shipment.number')}
        value={tracking ?? ''}
        {...(!isOwn && { description: t('shipment.sandbox') })}
      />
      {carrier?.link && carrier.name && (
        <Anchor href={carrier.link} target="_blank" rel="noreferrer" size="sm">
          <Group component="span" gap={4} display="inline-flex">
            {t('shipment.follow', { carrier: carrier.name })}
            <IconExternalLink size="1rem" aria-hidden />
          </Group>
        </Anchor>
      )}
      {isOwn && !carrier?.link && <Text size="sm">{t('shipment.carrierOther')}</Text>}
      {isOwn && status === 'label_generated' && (
        <Button size="compact-sm" variant="default" onClick={() => setCorrecting(true)}>
          {t('shipment.correct')}
        </Button>
      )}
      {isCorrecting && <TrackingNumberDialog shipment={shipment} close={() => setCorrecting(false)} />}
    </Stack>
  )
}
