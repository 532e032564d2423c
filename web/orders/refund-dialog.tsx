import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconReceiptRefund } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { asTyped, money, symbol, toMinor } from '../money.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { newKey } from '../shell/new-key.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import type { Order } from './queries.ts'
import { useRefunded } from './use-refunded.ts'

type Given = { order: Order; close: () => void }

/** Money back, by whoever may; a suggestion of it, by whoever may not. */
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
  const words = { left: money(order.refundable, order.currency), buyer: order.buyerName ?? t('gone') }
  const minor = toMinor(form.values.amount, order.currency) ?? 0
  const amount = money(minor, order.currency)
  return (
    <Sheet opened onClose={close} title={t(decides ? 'refund.make' : 'refund.suggest')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t(decides ? 'refund.text' : 'refund.suggestText', words)}</Text>
          <TextInput
            label={t('refund.amount')}
            inputMode="decimal"
            required
            data-autofocus
            rightSection={symbol(order.currency)}
            {...form.getInputProps('amount')}
          />
          <TextInput
            label={t('refund.reason')}
            description={t('refund.reasonHint')}
            maxLength={200}
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
    </Sheet>
  )
}

function useRefund({ order, close }: Given) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const decides = useMay()('cancellations.resolve')
  const queries = useQueryClient()
  const refunded = useRefunded()
  const [key] = useState(newKey)
  const { id, currency, refundable } = order
  return useProblemForm({
    initialValues: { amount: asTyped(refundable, currency), reason: '' },
    validate: ({ amount }) => {
      const minor = toMinor(amount, currency)
      const isRight = minor !== undefined && minor > 0 && minor <= refundable
      return { amount: isRight ? null : t('refund.amountWrong', { left: money(refundable, currency) }) }
    },
    send: ({ amount, reason }) => {
      const params = { account, order: id }
      const input = { amount: toMinor(amount, currency) ?? 0, ...(reason && { reason }) }
      return decides
        ? call('POST /accounts/:account/orders/:order/refunds', { params, input, key })
        : call('POST /accounts/:account/orders/:order/refund-suggestions', { params, input })
    },
    done: (after) => {
      if (decides) refunded(after)
      else tell(t('refund.suggested'), t('refund.suggestedText'))
      close()
      return queries.invalidateQueries({ queryKey: [account, 'orders'] })
    },
  })
}
