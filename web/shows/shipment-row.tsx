import { Badge, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OrderBadge, ParcelBadge } from '../orders/state-badge.tsx'
import { useAccount, useMay } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import type { Shipment } from './shows.ts'

/** A parcel of the show: for whom, how far it is, and what is in it. */
export function ShipmentRow({ parcel }: { parcel: Shipment }) {
  const { t } = useTranslation('shows')
  const buyer = parcel.buyerName ?? t('shipments.gone')
  const ships = useMay()('orders.fulfill')
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="sm">
      <Stack gap={4} flex="1 1 var(--stagedoor-menu)" miw={0}>
        <Group gap="xs">
          <Text fw={600} size="sm" className="stagedoor-breaks">
            {buyer}
          </Text>
          <ParcelBadge status={parcel.status} />
          {parcel.packedAt && <Badge>{t('shipments.packed')}</Badge>}
        </Group>
        {parcel.orders.map((order) => (
          <Contents key={order.id} order={order} />
        ))}
      </Stack>
      {ships && <Open parcel={parcel.id} buyer={buyer} />}
    </Group>
  )
}

function Contents({ order }: { order: Shipment['orders'][number] }) {
  const items = order.items.map(({ title, quantity }) => (quantity > 1 ? `${quantity} × ${title}` : title))
  const isSettled = order.status !== 'pending_fulfillment'
  return (
    <Group gap="xs">
      <Text size="sm" className="stagedoor-breaks">
        {items.join(', ')}
      </Text>
      <Text size="xs" c="dimmed">
        {order.code}
      </Text>
      {isSettled && <OrderBadge order={{ status: order.status, shipment: null }} />}
    </Group>
  )
}

function Open({ parcel, buyer }: { parcel: string; buyer: string }) {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  return (
    <LinkButton
      to="/dashboard/$account/orders/parcels/$parcel"
      params={{ account: id, parcel }}
      variant="default"
      size="compact-sm"
      aria-label={t('shipments.openOf', { buyer })}
    >
      {t('shipments.open')}
    </LinkButton>
  )
}
