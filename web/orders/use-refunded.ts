import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { tell } from '../shell/told.ts'
import type { Order } from './queries.ts'

/** Says how a refund that was asked for came out: the one named, or the latest. */
export function useRefunded() {
  const { t } = useTranslation('orders')
  return ({ refunds, currency, buyerName }: Order, id?: string) => {
    const refund = id ? refunds.find((one) => one.id === id) : refunds.at(-1)
    if (!refund) return
    if (refund.state === 'failed')
      notifications.show({ color: 'red', title: t('refund.failed'), message: t('refund.failedText') })
    else tell(t('refund.made', { amount: money(refund.amount, currency), buyer: buyerName ?? t('gone') }))
  }
}
