import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orderLimits } from '../../src/orders/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { newIdempotencyKey } from '../data/idempotency-key.ts'
import { orderKeys } from '../data/query-keys.ts'
import { formatMoney } from '../i18n/money.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { useProblemForm } from '../ui/use-problem-form.ts'
import type { CancellationRequest } from './order-queries.ts'

export type CancellationAnswer = 'accept' | 'decline'
type Given = { request: CancellationRequest; answering: CancellationAnswer; close: () => void }

/** Confirms an answer to a cancellation request, and says what it will do. */
export function AnswerCancellationDialog({ request, answering, close }: Given) {
  const { t } = useTranslation(['orders', 'layout'])
  const decides = useMay()('cancellations.resolve')
  const { form, submit, problem, busy } = useAnswer({ request, answering, close })
  const words = { total: formatMoney(request.total, request.currency), buyer: request.buyerName ?? t('gone') }
  return (
    <Dialog
      opened
      onClose={close}
      title={t(`cancellation.dialog.${decides ? answering : (`suggest_${answering}` as const)}`)}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t(`cancellation.dialogText.${decides ? answering : 'suggest'}`, words)}</Text>
          <TextInput
            label={t(decides ? 'cancellation.answer' : 'cancellation.note')}
            maxLength={orderLimits.cancellationAnswer}
            data-autofocus
            {...form.getInputProps('text')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('layout:form.cancel')}
            </Button>
            <Button type="submit" loading={busy} {...(decides && answering === 'accept' && { color: 'red' })}>
              {t(decides ? `cancellation.confirm.${answering}` : 'cancellation.send', words)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function useAnswer({ request: { id: cancellation }, answering, close }: Given) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const decides = useMay()('cancellations.resolve')
  const queries = useQueryClient()
  const [key] = useState(newIdempotencyKey)
  const params = { account, cancellation }
  return useProblemForm({
    initialValues: { text: '' },
    send: ({ text }) => {
      if (!decides) {
        const input = { suggestion: answering, ...(text && { note: text }) }
        return callApi('POST /accounts/:account/cancellations/:cancellation/suggestion', { params, input })
      }
      const input = text ? { answer: text } : {}
      return answering === 'accept'
        ? callApi('POST /accounts/:account/cancellations/:cancellation/accept', { params, input, key })
        : callApi('POST /accounts/:account/cancellations/:cancellation/decline', { params, input })
    },
    done: ({ outcome }) => {
      showToast(
        t(`cancellation.done.${outcome === 'accepted' || outcome === 'declined' ? outcome : 'suggested'}`),
      )
      close()
      return queries.invalidateQueries({ queryKey: orderKeys.all(account) })
    },
  })
}
