import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import { BackToOrders } from '../layout/back-to-orders.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { ShipmentCard } from '../shipping/shipment-card.tsx'
import { ShippingAddress } from '../shipping/shipping-address.tsx'
import { LineItems } from '../ui/line-items.tsx'
import { OrderTotals } from '../ui/order-totals.tsx'
import { Section } from '../ui/section.tsx'
import { CancellationCard } from './cancellation-card.tsx'
import { MessageBuyerButton } from './message-buyer-button.tsx'
import { OrderBadge } from './order-badge.tsx'
import { OrderHistory } from './order-history.tsx'
import { type Order, orderQuery } from './order-queries.ts'
import { OrderRefunds } from './order-refunds.tsx'
import { RefundButton } from './refund-button.tsx'

export function OrderPage() {
  const { account, order } = useParams({ from: '/dashboard/$account/orders/$order' })
  const { data } = useSuspenseQuery(orderQuery(account, order))
  return (
    <Stack gap="lg">
      <BackToOrders to="orders" />
      <Shown order={data} />
    </Stack>
  )
}

function Shown({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'shipping'])
  const { code, buyerName, createdAt, cancellation, shipment, items, currency } = order
  const others = shipment?.orders.filter(({ id }) => id !== order.id) ?? []
  const skus = new Map(items.map(({ product, sku }) => [product, sku]))
  return (
    <>
      <PageHeader
        title={t('code', { code })}
        lead={
          <Stack gap={4} align="flex-start">
            <OrderBadge order={order} />
            {t('boughtBy', { buyer: buyerName ?? t('gone'), when: formatDateTime(createdAt) })}
          </Stack>
        }
        actions={
          <>
            <MessageBuyerButton order={order} />
            {order.refundable > 0 && <RefundButton order={order} />}
          </>
        }
      />
      {cancellation && !cancellation.outcome && <CancellationCard request={cancellation} />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="lg">
          <Section title={t('items')}>
            <LineItems
              items={items}
              currency={currency}
              label={t('items')}
              more={({ product }) => <Sku sku={skus.get(product) ?? ''} />}
            />
            <OrderTotals {...order} refunded={refunded(order)} />
          </Section>
          {order.refunds.length > 0 && <OrderRefunds order={order} />}
          <Section title={t('address.title')}>
            <ShippingAddress address={order.address} />
          </Section>
        </Stack>
        <Stack gap="lg">
          <Section title={t('shipping:shipment.title')}>
            {shipment ? (
              <ShipmentCard shipment={shipment} others={others.map((other) => other.code)} />
            ) : (
              <Text size="sm" c="dimmed">
                {t(
                  order.status === 'pending'
                    ? 'shipping:shipment.none'
                    : 'shipping:shipment.status.cancelled',
                )}
              </Text>
            )}
          </Section>
          <OrderHistory order={order} />
        </Stack>
      </SimpleGrid>
    </>
  )
}

function Sku({ sku }: { sku: string }) {
  const { t } = useTranslation('orders')
  if (!sku) return null
  return (
    <Text size="xs" c="dimmed">
      {t('sku', { sku })}
    </Text>
  )
}

const refunded = ({ refunds }: Order) =>
  refunds
    .filter(({ status }) => status === 'pending' || status === 'succeeded')
    .reduce((sum, { amount }) => sum + amount, 0)
