import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { money } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { newKey } from '../shell/new-key.ts'
import { tell } from '../shell/told.ts'
import type { Payout } from './payouts.ts'

/** Starts a payout, once however often the button is pressed, and tells how the bank answered. */
export function usePayOut(amount: number, done: () => void) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const told = useTold()
  const [key] = useState(newKey)
  return useMutation({
    mutationFn: () =>
      call('POST /accounts/:account/payouts', { params: { account }, input: { amount }, key }),
    onSuccess: (payout) => {
      told(payout)
      done()
    },
    onSettled: () =>
      Promise.all(
        ['payouts', 'reports'].map((what) => queries.invalidateQueries({ queryKey: [account, what] })),
      ),
  })
}

function useTold() {
  const { t } = useTranslation('payouts')
  return ({ status, destination, ...payout }: Payout) => {
    const amount = money(payout.amount, payout.currency)
    if (status === 'paid') tell(t('start.paid', { amount, destination }))
    else if (status === 'started') tell(t('start.started', { amount }), t('start.startedMore'))
    else
      notifications.show({
        color: 'red',
        autoClose: 10_000,
        title: t('start.failed'),
        message: t('start.failedMore', { amount }),
      })
  }
}
