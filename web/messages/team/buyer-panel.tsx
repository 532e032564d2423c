import { Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../../data/use-items.ts'
import { formatDate } from '../../i18n/formats.ts'
import { formatMoney } from '../../i18n/money.ts'
import { OrderBadges } from '../../orders/order-badge.tsx'
import type { OrderSummary } from '../../orders/order-queries.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import type { ConversationApi } from '../conversation-api.ts'
import { threadQuery } from '../outbox/thread-queries.ts'
import { ConversationOrder } from './conversation-order.tsx'
import { buyerOrdersQuery } from './inbox-queries.ts'

type Given = {
  side: ConversationApi
  buyer: string
  /** Whether the surrounding dialog already has the title. */
  isTitled?: boolean
}

/** This customer's orders: first the one in question, with its actions, then the others. */
export function BuyerPanel({ side, buyer, isTitled = false }: Given) {
  const { t } = useTranslation('messages')
  return (
    <Stack gap="md">
      {!isTitled && <Title order={2}>{t('panel.title')}</Title>}
      <QueryBoundary rows={2}>
        <Orders side={side} buyer={buyer} />
      </QueryBoundary>
    </Stack>
  )
}

function Orders({ side, buyer }: Given) {
  const { t } = useTranslation('messages')
  const { items: orders, pages } = useItems(buyerOrdersQuery(side.account, side.conversation))
  const { data: thread } = useQuery(threadQuery(side))
  const [chosen, choose] = useState<string>()
  const asked = thread?.items.findLast(({ subject }) => subject?.kind === 'order')?.subject?.id
  const shown = chosen ?? asked ?? orders[0]?.id
  const others = orders.filter(({ id }) => id !== shown)
  return (
    <>
      {!shown && (
        <Text size="sm" c="dimmed">
          {t('panel.none', { buyer })}
        </Text>
      )}
      {shown && <ConversationOrder key={shown} order={shown} />}
      {others.length > 0 && (
        <Stack gap={4}>
          <Title order={3}>{t('panel.others')}</Title>
          <Stack component="ul" gap={0} className="stagedoor-rows">
            {others.map((order) => (
              <Other key={order.id} order={order} choose={() => choose(order.id)} />
            ))}
          </Stack>
          <LoadMore of={pages} />
        </Stack>
      )}
    </>
  )
}

function Other({ order, choose }: { order: OrderSummary; choose: () => void }) {
  const { code, title, total, currency, createdAt } = order
  return (
    <li>
      <UnstyledButton onClick={choose} w="100%">
        <Stack gap={2}>
          <Text size="sm" fw={600} lineClamp={2} className="stagedoor-breaks">
            {title || code}
          </Text>
          <Text size="xs" c="dimmed">
            {code} · {formatMoney(total, currency)} · {formatDate(createdAt)}
          </Text>
          <OrderBadges order={order} />
        </Stack>
      </UnstyledButton>
    </li>
  )
}
