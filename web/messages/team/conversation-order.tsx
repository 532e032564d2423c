import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../i18n/formats.ts'
import { formatMoney } from '../../i18n/money.ts'
import { CancellationCard } from '../../orders/cancellation-card.tsx'
import { OrderBadge } from '../../orders/order-badge.tsx'
import { orderQuery } from '../../orders/order-queries.ts'
import { OrderRefunds } from '../../orders/order-refunds.tsx'
import { RefundButton } from '../../orders/refund-button.tsx'
import { useAccount, useMay } from '../../session/account-context.ts'
import { ShipmentCard } from '../../shipping/shipment-card.tsx'
import { LineItems } from '../../ui/line-items.tsx'
import { LinkAnchor } from '../../ui/links.tsx'
import { QueryBoundary } from '../../ui/query-boundary.tsx'

/**
 * The order that a conversation is about, with what this person may do with it: ship it, answer a cancellation
 * request or suggest an answer.
 */
export function ConversationOrder({ order }: { order: string }) {
  const canSee = useMay()('orders.fulfill')
  if (!canSee) return null
  return (
    <QueryBoundary rows={2}>
      <Shown id={order} />
    </QueryBoundary>
  )
}

function Shown({ id }: { id: string }) {
  const { t } = useTranslation(['orders', 'messages', 'shipping'])
  const { id: account } = useAccount()
  const { data: order } = useSuspenseQuery(orderQuery(account, id))
  const { code, items, currency, total, createdAt, cancellation, shipment, refunds, refundable } = order
  const others = shipment?.orders.filter((other) => other.id !== id).map((other) => other.code) ?? []
  return (
    <Stack gap="md">
      <Stack gap={4} align="flex-start">
        <Title order={3}>{t('code', { code })}</Title>
        <OrderBadge order={order} />
        <Text size="xs" c="dimmed">
          {formatMoney(total, currency)} · {formatDateTime(createdAt)}
        </Text>
        <LinkAnchor to="/dashboard/$account/orders/$order" params={{ account, order: id }} size="sm">
          {t('messages:panel.whole')}
        </LinkAnchor>
      </Stack>
      {cancellation && !cancellation.outcome && <CancellationCard request={cancellation} />}
      <LineItems items={items} currency={currency} label={t('items')} />
      {refundable > 0 && (
        <Group>
          <RefundButton order={order} />
        </Group>
      )}
      {refunds.length > 0 && <OrderRefunds order={order} />}
      {shipment && (
        <Paper p="sm" component="section" aria-label={t('shipping:shipment.title')}>
          <ShipmentCard shipment={shipment} others={others} />
        </Paper>
      )}
    </Stack>
  )
}
