import { Anchor, Group, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../shell/copy-field.tsx'
import { Section } from '../shell/section.tsx'
import type { Purchase } from './purchases.ts'

type Parcel = NonNullable<Purchase['parcel']>

export function ParcelSection({ purchase: { parcel, sellerName } }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  const shop = sellerName ?? t('goneShop')
  if (!parcel) return <Section title={t('parcel.title')} text={t('parcel.none')} />
  return (
    <Section title={t('parcel.title')}>
      <Stack gap={2}>
        <Text fw={600}>{t(`parcel.status.${parcel.status}`)}</Text>
        <Text size="sm" c="dimmed">
          {t(`parcel.text.${parcel.status}`, { shop })}
        </Text>
      </Stack>
      {parcel.tracking && <Tracking parcel={parcel} number={parcel.tracking} />}
    </Section>
  )
}

/** Its number to take along, and where its carrier shows how it is doing. */
function Tracking({ parcel: { carrier }, number }: { parcel: Parcel; number: string }) {
  const { t } = useTranslation('spending')
  return (
    <Stack gap="xs" align="flex-start">
      <CopyField label={t('parcel.tracking')} value={number} />
      {carrier?.link && carrier.name && (
        <Anchor href={carrier.link} target="_blank" rel="noreferrer" size="sm">
          <Group component="span" gap={4} display="inline-flex">
            {t('parcel.follow', { carrier: carrier.name })}
            <IconExternalLink size="1rem" aria-hidden />
          </Group>
        </Anchor>
      )}
    </Stack>
  )
}
