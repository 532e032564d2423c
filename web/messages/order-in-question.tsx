import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { money } from '../money.ts'
import { CancellationCard } from '../orders/cancellation-card.tsx'
import { ParcelCard } from '../orders/parcel-card.tsx'
import { type Order, orderOf } from '../orders/queries.ts'
import { RefundButton } from '../orders/refund-dialog.tsx'
import { Refunds } from '../orders/refunds.tsx'
import { OrderBadge } from '../orders/state-badge.tsx'
import { useAccount, useMay } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Items } from '../spending/items.tsx'

/** The order that a conversation is about, with what this person may do: ship it, and answer or suggest the rest. */
export function OrderInQuestion({ order: id }: { order: string }) {
  const { id: account } = useAccount()
  const canSee = useMay()('orders.fulfill')
  const { data, error, refetch } = useQuery({ ...orderOf(account, id), enabled: canSee })
  if (!canSee) return null
  if (data) return <Shown order={data} />
  return error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={2} />
}

function Shown({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'messages', 'parcels'])
  const { id: account } = useAccount()
  const { id, code, items, currency, total, createdAt, cancellation, shipment, refunds, refundable } = order
  const others = shipment?.orders.filter((other) => other.id !== id).map((other) => other.code) ?? []
  return (
    <Stack gap="md">
      <Stack gap={4} align="flex-start">
        <Title order={3}>{t('code', { code })}</Title>
        <OrderBadge order={order} />
        <Text size="xs" c="dimmed">
          {money(total, currency)} · {dayAndTime(createdAt)}
        </Text>
        <LinkAnchor to="/dashboard/$account/orders/$order" params={{ account, order: id }} size="sm">
          {t('messages:panel.whole')}
        </LinkAnchor>
      </Stack>
      {cancellation && !cancellation.outcome && <CancellationCard request={cancellation} />}
      <Items items={items} currency={currency} label={t('items')} />
      {refundable > 0 && (
        <Group>
          <RefundButton order={order} />
        </Group>
      )}
      {refunds.length > 0 && <Refunds order={order} />}
      {shipment && (
        <Paper p="sm" component="section" aria-label={t('parcels:parcel.title')}>
          <ParcelCard parcel={shipment} others={others} />
        </Paper>
      )}
    </Stack>
  )
}
