import { Badge, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OrderBadge } from '../orders/order-badge.tsx'
import { useAccount, useMay } from '../session/account-context.ts'
import { ShipmentBadge } from '../shipping/shipment-badge.tsx'
import { LinkButton } from '../ui/links.tsx'
import type { ShowShipment } from './show-queries.ts'

/** A shipment of the show: its recipient, its status and its contents. */
export function ShowShipmentRow({ shipment }: { shipment: ShowShipment }) {
  const { t } = useTranslation('shows')
  const buyer = shipment.buyerName ?? t('shipments.gone')
  const ships = useMay()('orders.fulfill')
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="sm">
      <Stack gap={4} flex="1 1 var(--stagedoor-menu)" miw={0}>
        <Group gap="xs">
          <Text fw={600} size="sm" className="stagedoor-breaks">
            {buyer}
          </Text>
          <ShipmentBadge status={shipment.status} />
          {shipment.packedAt && <Badge>{t('shipments.packed')}</Badge>}
        </Group>
        {shipment.orders.map((order) => (
          <Contents key={order.id} order={order} />
        ))}
      </Stack>
      {ships && <Open shipment={shipment.id} buyer={buyer} />}
    </Group>
  )
}

function Contents({ order }: { order: ShowShipment['orders'][number] }) {
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

function Open({ shipment, buyer }: { shipment: string; buyer: string }) {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  return (
    <LinkButton
      to="/dashboard/$account/orders/shipments/$shipment"
      params={{ account: id, shipment }}
      variant="default"
      size="compact-sm"
      aria-label={t('shipments.openOf', { buyer })}
    >
      {t('shipments.open')}
    </LinkButton>
  )
}
