import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { WriteToBuyer } from '../messages/write-to-buyer.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Section } from '../shell/section.tsx'
import { Items } from '../spending/items.tsx'
import { Totals } from '../spending/totals.tsx'
import { Address } from './address.tsx'
import { Back } from './back.tsx'
import { CancellationCard } from './cancellation-card.tsx'
import { History } from './history.tsx'
import { ParcelCard } from './parcel-card.tsx'
import { type Order, orderOf } from './queries.ts'
import { RefundButton } from './refund-dialog.tsx'
import { Refunds } from './refunds.tsx'
import { OrderBadge } from './state-badge.tsx'

export function OrderPage() {
  const { t } = useTranslation('orders')
  const { account, order } = useParams({ from: '/dashboard/$account/orders/$order' })
  const { data, error, refetch } = useQuery(orderOf(account, order))
  return (
    <Stack gap="lg">
      <Back to="orders" />
      {data ? <Shown order={data} /> : <PageHead title={t('tabs.orders')} />}
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
    </Stack>
  )
}

function Shown({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'parcels'])
  const { code, buyerName, createdAt, cancellation, shipment, items, currency } = order
  const others = shipment?.orders.filter(({ id }) => id !== order.id) ?? []
  const skus = new Map(items.map(({ product, sku }) => [product, sku]))
  return (
    <>
      <PageHead
        title={t('code', { code })}
        lead={
          <Stack gap={4} align="flex-start">
            <OrderBadge order={order} />
            {t('boughtBy', { buyer: buyerName ?? t('gone'), when: dayAndTime(createdAt) })}
          </Stack>
        }
        actions={
          <>
            <WriteToBuyer order={order} />
            {order.refundable > 0 && <RefundButton order={order} />}
          </>
        }
      />
      {cancellation && !cancellation.outcome && <CancellationCard request={cancellation} />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="lg">
          <Section title={t('items')}>
            <Items
              items={items}
              currency={currency}
              label={t('items')}
              more={({ product }) => <Sku sku={skus.get(product) ?? ''} />}
            />
            <Totals {...order} refunded={refunded(order)} />
          </Section>
          {order.refunds.length > 0 && <Refunds order={order} />}
          <Section title={t('address.title')}>
            <Address address={order.address} />
          </Section>
        </Stack>
        <Stack gap="lg">
          <Section title={t('parcels:parcel.title')}>
            {shipment ? (
              <ParcelCard parcel={shipment} others={others.map((other) => other.code)} />
            ) : (
              <Text size="sm" c="dimmed">
                {t(order.status === 'pending' ? 'parcels:parcel.none' : 'parcels:parcel.status.cancelled')}
              </Text>
            )}
          </Section>
          <History order={order} />
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
    .filter(({ state }) => state === 'pending' || state === 'succeeded')
    .reduce((sum, { amount }) => sum + amount, 0)
