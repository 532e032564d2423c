import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { dayAndTime } from '../formats.ts'
import { money } from '../money.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { newKey } from '../shell/new-key.ts'
import { Section } from '../shell/section.tsx'
import { tell } from '../shell/told.ts'
import { Ask } from './ask.tsx'
import type { Order, Refund } from './queries.ts'
import { useAct } from './use-act.ts'
import { useRefunded } from './use-refunded.ts'

const colors = {
  suggested: 'amber',
  dismissed: 'gray',
  pending: 'gray',
  succeeded: 'green',
  failed: 'red',
} as const

/** What was paid back or should be. */
export function Refunds({ order }: { order: Order }) {
  const { t } = useTranslation('orders')
  return (
    <Section title={t('refund.title')}>
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('refund.title')}>
        {order.refunds.map((refund) => (
          <Row key={refund.id} order={order} refund={refund} />
        ))}
      </Stack>
    </Section>
  )
}

function Row({ order, refund }: { order: Order; refund: Refund }) {
  const { t } = useTranslation('orders')
  const decides = useMay()('cancellations.resolve')
  const { amount, state, reason, person, decidedBy, createdAt } = refund
  return (
    <Stack component="li" gap={4}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {money(amount, order.currency)}
        </Text>
        <Badge color={colors[state]}>{t(`refund.states.${state}`)}</Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {t('refund.by', { person, when: dayAndTime(createdAt) })}
        {decidedBy && ` · ${t('refund.decided', { person: decidedBy })}`}
      </Text>
      {reason && (
        <Text size="sm" className="stagedoor-breaks">
          {reason}
        </Text>
      )}
      {state === 'suggested' && decides && <Decision order={order} refund={refund} />}
    </Stack>
  )
}

/** For those who may refund: the suggestion is made or dismissed. */
function Decision({ order, refund: { id: refund, amount } }: { order: Order; refund: Refund }) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const [isAsked, setAsked] = useState(false)
  const [key] = useState(newKey)
  const params = { account, order: order.id, refund }
  const refunded = useRefunded()
  const make = useAct(
    () => call('POST /accounts/:account/orders/:order/refunds/:refund/accept', { params, key }),
    (after) => refunded(after, refund),
  )
  const dismiss = useAct(
    () => call('POST /accounts/:account/orders/:order/refunds/:refund/dismiss', { params }),
    () => tell(t('refund.dismissed')),
  )
  const words = { amount: money(amount, order.currency), buyer: order.buyerName ?? t('gone') }
  return (
    <Group gap="xs" pt="xs">
      {amount <= order.refundable && (
        <Button size="compact-md" onClick={() => setAsked(true)}>
          {t('refund.accept', words)}
        </Button>
      )}
      <Button
        size="compact-md"
        variant="default"
        loading={dismiss.isPending}
        onClick={() => dismiss.mutate()}
      >
        {t('refund.dismiss')}
      </Button>
      {isAsked && (
        <Ask
          title={t('refund.make')}
          text={t('refund.confirm', words)}
          confirm={t('refund.accept', words)}
          busy={make.isPending}
          close={() => setAsked(false)}
          act={() => make.mutate(undefined, { onSettled: () => setAsked(false) })}
        />
      )}
    </Group>
  )
}
