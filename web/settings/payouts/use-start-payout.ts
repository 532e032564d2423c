import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { newIdempotencyKey } from '../../data/idempotency-key.ts'
import { payoutKeys, reportKeys } from '../../data/query-keys.ts'
import { formatMoney } from '../../i18n/money.ts'
import { useAccount } from '../../session/account-context.ts'
import { showToast } from '../../ui/toasts.ts'
import type { Payout } from './payout-queries.ts'

/** Starts a payout, once even if the button is pressed repeatedly, and reports the bank's answer. */
export function useStartPayout(amount: number, done: () => void) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const showResult = useResultToast()
  const [key] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/payouts', { params: { account }, input: { amount }, key }),
    onSuccess: (payout) => {
      showResult(payout)
      done()
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: payoutKeys.all(account) }),
        queries.invalidateQueries({ queryKey: reportKeys.all(account) }),
      ]),
  })
}

function useResultToast() {
  const { t } = useTranslation('payouts')
  return ({ status, destination, ...payout }: Payout) => {
    const amount = formatMoney(payout.amount, payout.currency)
    if (status === 'paid') showToast(t('start.paid', { amount, destination }))
    else if (status === 'started') showToast(t('start.started', { amount }), t('start.startedMore'))
    else
      notifications.show({
        color: 'red',
        autoClose: 10_000,
        title: t('start.failed'),
        message: t('start.failedMore', { amount }),
      })
  }
}
