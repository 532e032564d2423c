import { Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { day } from '../formats.ts'
import { money } from '../money.ts'
import type { OrderRow } from '../orders/queries.ts'
import { OrderBadges } from '../orders/state-badge.tsx'
import { More } from '../shell/more.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { OrderInQuestion } from './order-in-question.tsx'
import { boughtOf } from './queries.ts'
import type { Side } from './side.ts'
import { threadOf } from './thread.ts'

type Given = {
  side: Side
  buyer: string
  /** What it stands in says already what it is. */
  isTitled?: boolean
}

/** What this customer bought here: the order in question first, with what can be done; then the others. */
export function CustomerPanel({ side, buyer, isTitled = false }: Given) {
  const { t } = useTranslation('messages')
  const bought = useInfiniteQuery(boughtOf(side.account, side.conversation))
  const { data: thread } = useQuery(threadOf(side))
  const [chosen, choose] = useState<string>()
  const orders = bought.data?.pages.flatMap(({ items }) => items)
  const asked = thread?.items.findLast(({ about }) => about?.kind === 'order')?.about?.id
  const shown = chosen ?? asked ?? orders?.[0]?.id
  const others = orders?.filter(({ id }) => id !== shown) ?? []
  return (
    <Stack gap="md">
      {!isTitled && <Title order={2}>{t('panel.title')}</Title>}
      {!orders &&
        (bought.error ? (
          <ProblemAlert problem={bought.error} retry={bought.refetch} />
        ) : (
          <RowsSkeleton of={2} />
        ))}
      {orders && !shown && (
        <Text size="sm" c="dimmed">
          {t('panel.none', { buyer })}
        </Text>
      )}
      {shown && <OrderInQuestion key={shown} order={shown} />}
      {others.length > 0 && (
        <Stack gap={4}>
          <Title order={3}>{t('panel.others')}</Title>
          <Stack component="ul" gap={0} className="stagedoor-rows">
            {others.map((order) => (
              <Other key={order.id} order={order} choose={() => choose(order.id)} />
            ))}
          </Stack>
          <More of={bought} />
        </Stack>
      )}
    </Stack>
  )
}

function Other({ order, choose }: { order: OrderRow; choose: () => void }) {
  const { code, title, total, currency, createdAt } = order
  return (
    <li>
      <UnstyledButton onClick={choose} w="100%">
        <Stack gap={2}>
          <Text size="sm" fw={600} lineClamp={2} className="stagedoor-breaks">
            {title || code}
          </Text>
          <Text size="xs" c="dimmed">
            {code} · {money(total, currency)} · {day(createdAt)}
          </Text>
          <OrderBadges order={order} />
        </Stack>
      </UnstyledButton>
    </li>
  )
}
