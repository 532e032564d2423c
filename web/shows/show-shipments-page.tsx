import { EmptyState, Stack, Text } from '@mantine/core'
import { IconTruckDelivery } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { isShowOver, showShipmentsQuery } from './show-queries.ts'
import { ShowShipmentRow } from './show-shipment-row.tsx'
import { useOpenShow, useOpenShowParams } from './use-open-show.ts'

/** The shipments of a show. All members can see them; those who ship can open them. */
export function ShowShipmentsPage() {
  const { t } = useTranslation('shows')
  const show = useOpenShow()
  const { items: shipments, pages } = useItems(showShipmentsQuery(...useOpenShowParams()))
  if (shipments.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconTruckDelivery aria-hidden />}
        title={t('shipments.empty.title')}
        description={t(isShowOver(show) ? 'shipments.empty.after' : 'shipments.empty.before')}
      />
    )
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw="var(--stagedoor-reading)">
        {t('shipments.text')}
      </Text>
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('shipments.title')}>
        {shipments.map((shipment) => (
          <ShowShipmentRow key={shipment.id} shipment={shipment} />
        ))}
      </Stack>
      <LoadMore of={pages} />
    </Stack>
  )
}
