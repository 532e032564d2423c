import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../shell/copy-field.tsx'
import { OwnLabelDialog } from './own-label-dialog.tsx'
import type { Parcel } from './queries.ts'

/** The number on the label, and where its carrier shows how the parcel is doing. */
export function Tracking({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation('parcels')
  const [isCorrecting, setCorrecting] = useState(false)
  const { carrier, tracking, status } = parcel
  const isOwn = carrier?.id !== 'sandbox'
  return (
    <Stack gap="xs" align="flex-start">
      <CopyField
        label={t('parcel.number')}
        value={tracking ?? ''}
        {...(!isOwn && { description: t('parcel.sandbox') })}
      />
      {carrier?.link && carrier.name && (
        <Anchor href={carrier.link} target="_blank" rel="noreferrer" size="sm">
          <Group component="span" gap={4} display="inline-flex">
            {t('parcel.follow', { carrier: carrier.name })}
            <IconExternalLink size="1rem" aria-hidden />
          </Group>
        </Anchor>
      )}
      {isOwn && !carrier?.link && <Text size="sm">{t('parcel.carrierOther')}</Text>}
      {isOwn && status === 'label_generated' && (
        <Button size="compact-sm" variant="default" onClick={() => setCorrecting(true)}>
          {t('parcel.correct')}
        </Button>
      )}
      {isCorrecting && <OwnLabelDialog parcel={parcel} close={() => setCorrecting(false)} />}
    </Stack>
  )
}
