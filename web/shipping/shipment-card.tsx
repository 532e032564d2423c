import { Alert, Badge, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDateTime, formatList } from '../i18n/formats.ts'
import { formatWeight } from './format-weight.ts'
import { LabelForm } from './label-form.tsx'
import { PrintButtons } from './print-buttons.tsx'
import { ShipmentActions } from './shipment-actions.tsx'
import { ShipmentBadge } from './shipment-badge.tsx'
import { OpenShipmentLink } from './shipment-link.tsx'
import type { Shipment } from './shipment-queries.ts'
import { ShipmentTracking } from './shipment-tracking.tsx'

type Given = {
  shipment: Shipment
  /** On an order's page: the codes of the other orders in its shipment. */
  others?: string[]
}

/** A shipment with all its actions. */
export function ShipmentCard({ shipment, others }: Given) {
  const { t } = useTranslation('shipping')
  const isOpen = shipment.status === 'created'
  return (
    <Stack gap="md" align="stretch">
      <Stack gap={4}>
        <Group gap="xs">
          <ShipmentBadge status={shipment.status} />
          {shipment.packedAt && <Badge>{t('shipment.packed')}</Badge>}
          {others && <OpenShipmentLink id={shipment.id} />}
        </Group>
        {others && others.length > 0 && (
          <Text size="sm">{t('shipment.together', { codes: formatList(others) })}</Text>
        )}
        {shipment.packedAt && shipment.packedBy && (
          <Text size="xs" c="dimmed">
            {t('shipment.packedBy', { person: shipment.packedBy, when: formatDateTime(shipment.packedAt) })}
          </Text>
        )}
      </Stack>
      {isOpen && shipment.isCancellationRequested && <Alert color="amber">{t('shipment.asked')}</Alert>}
      {isOpen && <LabelForm key={`${shipment.weightGrams} ${shipment.orders.length}`} shipment={shipment} />}
      {!isOpen && shipment.tracking && <ShipmentTracking shipment={shipment} />}
      {!isOpen && <Measured shipment={shipment} />}
      <Group gap="xs">
        <ShipmentActions shipment={shipment} />
        <PrintButtons shipment={shipment} />
      </Group>
    </Stack>
  )
}

function Measured({ shipment: { weightGrams, lengthCm, widthCm, heightCm } }: { shipment: Shipment }) {
  const sides = [lengthCm, widthCm, heightCm]
  const size = sides.every((side) => side !== null) ? `${sides.join(' × ')} cm` : ''
  const text = [formatWeight(weightGrams), size].filter(Boolean).join(' · ')
  return text ? <Text size="sm">{text}</Text> : null
}
