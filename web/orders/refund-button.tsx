import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconReceiptRefund } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orderLimits } from '../../src/orders/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { newIdempotencyKey } from '../data/idempotency-key.ts'
import { orderKeys } from '../data/query-keys.ts'
import { currencySymbol, formatMoney, toMinorUnits, toMoneyInput } from '../i18n/money.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { useProblemForm } from '../ui/use-problem-form.ts'
import type { Order } from './order-queries.ts'
import { useRefundToast } from './use-refund-toast.ts'

type Given = { order: Order; close: () => void }

/** Makes a refund, or suggests one if the person may not refund. */
export function RefundButton({ order }: { order: Order }) {
  const { t } = useTranslation('orders')
  const decides = useMay()('cancellations.resolve')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconReceiptRefund size="1.125rem" aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t(decides ? 'refund.make' : 'refund.suggest')}
      </Button>
      {isOpen && <RefundDialog order={order} close={() => setOpen(false)} />}
    </>
  )
}

function RefundDialog({ order, close }: Given) {
  const { t } = useTranslation('orders')
  const decides = useMay()('cancellations.resolve')
  const { form, submit, problem, busy } = useRefund({ order, close })
  const words = { left: formatMoney(order.refundable, order.currency), buyer: order.buyerName ?? t('gone') }
  const minor = toMinorUnits(form.values.amount, order.currency) ?? 0
  const amount = formatMoney(minor, order.currency)
  return (
    <Dialog opened onClose={close} title={t(decides ? 'refund.make' : 'refund.suggest')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t(decides ? 'refund.text' : 'refund.suggestText', words)}</Text>
          <TextInput
            label={t('refund.amount')}
            inputMode="decimal"
            required
            data-autofocus
            rightSection={currencySymbol(order.currency)}
            {...form.getInputProps('amount')}
          />
          <TextInput
            label={t('refund.reason')}
            description={t('refund.reasonHint')}
            maxLength={orderLimits.refundReason}
            {...form.getInputProps('reason')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t(decides ? 'refund.send' : 'refund.sendSuggestion', { amount })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function useRefund({ order, close }: Given) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const decides = useMay()('cancellations.resolve')
  const queries = useQueryClient()
  const refunded = useRefundToast()
  const [key] = useState(newIdempotencyKey)
  const { id, currency, refundable } = order
  return useProblemForm({
    initialValues: { amount: toMoneyInput(refundable, currency), reason: '' },
    validate: ({ amount }) => {
      const minor = toMinorUnits(amount, currency)
      const isRight = minor !== undefined && minor > 0 && minor <= refundable
      return { amount: isRight ? null : t('refund.amountWrong', { left: formatMoney(refundable, currency) }) }
    },
    send: ({ amount, reason }) => {
      const params = { account, order: id }
      const input = { amount: toMinorUnits(amount, currency) ?? 0, ...(reason && { reason }) }
      return decides
        ? callApi('POST /accounts/:account/orders/:order/refunds', { params, input, key })
        : callApi('POST /accounts/:account/orders/:order/refund-suggestions', { params, input })
    },
    done: (after) => {
      if (decides) refunded(after)
      else showToast(t('refund.suggested'), t('refund.suggestedText'))
      close()
      return queries.invalidateQueries({ queryKey: orderKeys.all(account) })
    },
  })
}
