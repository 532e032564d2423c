import { Alert, Badge, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dayAndTime, list } from '../formats.ts'
import { Labelling } from './labelling.tsx'
import { OpenParcel } from './order-link.tsx'
import { ParcelActs } from './parcel-acts.tsx'
import { Printing } from './printing.tsx'
import type { Parcel } from './queries.ts'
import { ParcelBadge } from './state-badge.tsx'
import { Tracking } from './tracking.tsx'
import { weightText } from './weight.ts'

type Given = {
  parcel: Parcel
  /** On an order's page: the codes of the other orders in its parcel. */
  others?: string[]
}

/** A parcel and everything that can be done to it now. */
export function ParcelCard({ parcel, others }: Given) {
  const { t } = useTranslation('parcels')
  const isOpen = parcel.status === 'created'
  return (
    <Stack gap="md" align="stretch">
      <Stack gap={4}>
        <Group gap="xs">
          <ParcelBadge status={parcel.status} />
          {parcel.packedAt && <Badge>{t('parcel.packed')}</Badge>}
          {others && <OpenParcel id={parcel.id} />}
        </Group>
        {others && others.length > 0 && (
          <Text size="sm">{t('parcel.together', { codes: list(others) })}</Text>
        )}
        {parcel.packedAt && parcel.packedBy && (
          <Text size="xs" c="dimmed">
            {t('parcel.packedBy', { person: parcel.packedBy, when: dayAndTime(parcel.packedAt) })}
          </Text>
        )}
      </Stack>
      {isOpen && parcel.isAsked && <Alert color="amber">{t('parcel.asked')}</Alert>}
      {isOpen && <Labelling key={`${parcel.weightGrams} ${parcel.orders.length}`} parcel={parcel} />}
      {!isOpen && parcel.tracking && <Tracking parcel={parcel} />}
      {!isOpen && <Measured parcel={parcel} />}
      <Group gap="xs">
        <ParcelActs parcel={parcel} />
        <Printing parcel={parcel} />
      </Group>
    </Stack>
  )
}

function Measured({ parcel: { weightGrams, lengthCm, widthCm, heightCm } }: { parcel: Parcel }) {
  const sides = [lengthCm, widthCm, heightCm]
  const size = sides.every((side) => side !== null) ? `${sides.join(' × ')} cm` : ''
  const text = [weightText(weightGrams), size].filter(Boolean).join(' · ')
  return text ? <Text size="sm">{text}</Text> : null
}
