import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { newIdempotencyKey } from '../data/idempotency-key.ts'
import { formatDateTime } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { useOrderMutation } from '../shipping/use-order-mutation.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Section } from '../ui/section.tsx'
import { showToast } from '../ui/toasts.ts'
import type { Order, Refund } from './order-queries.ts'
import { useRefundToast } from './use-refund-toast.ts'

const colors = {
  suggested: 'amber',
  dismissed: 'gray',
  pending: 'gray',
  succeeded: 'green',
  failed: 'red',
} as const

/** The refunds of an order, made or suggested. */
export function OrderRefunds({ order }: { order: Order }) {
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
  const { amount, status, reason, by, decidedBy, createdAt } = refund
  return (
    <Stack component="li" gap={4}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {formatMoney(amount, order.currency)}
        </Text>
        <Badge color={colors[status]}>{t(`refund.status.${status}`)}</Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {t('refund.by', { person: by, when: formatDateTime(createdAt) })}
        {decidedBy && ` · ${t('refund.decided', { person: decidedBy })}`}
      </Text>
      {reason && (
        <Text size="sm" className="stagedoor-breaks">
          {reason}
        </Text>
      )}
      {status === 'suggested' && decides && <Decision order={order} refund={refund} />}
    </Stack>
  )
}

/** Buttons to make or dismiss a suggested refund, for members who may refund. */
function Decision({ order, refund: { id: refund, amount } }: { order: Order; refund: Refund }) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const [isAsked, setAsked] = useState(false)
  const [key] = useState(newIdempotencyKey)
  const params = { account, order: order.id, refund }
  const refunded = useRefundToast()
  const make = useOrderMutation(
    () => callApi('POST /accounts/:account/orders/:order/refunds/:refund/accept', { params, key }),
    (after) => refunded(after, refund),
  )
  const dismiss = useOrderMutation(
    () => callApi('POST /accounts/:account/orders/:order/refunds/:refund/dismiss', { params }),
    () => showToast(t('refund.dismissed')),
  )
  const words = { amount: formatMoney(amount, order.currency), buyer: order.buyerName ?? t('gone') }
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
        <ConfirmDialog
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
