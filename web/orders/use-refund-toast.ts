import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { showToast } from '../ui/toasts.ts'
import type { Order } from './order-queries.ts'

/** Reports the result of a refund: of the given one, or of the latest. */
export function useRefundToast() {
  const { t } = useTranslation('orders')
  return ({ refunds, currency, buyerName }: Order, id?: string) => {
    const refund = id ? refunds.find((one) => one.id === id) : refunds.at(-1)
    if (!refund) return
    if (refund.status === 'failed')
      notifications.show({ color: 'red', title: t('refund.failed'), message: t('refund.failedText') })
    else
      showToast(
        t('refund.made', { amount: formatMoney(refund.amount, currency), buyer: buyerName ?? t('gone') }),
      )
  }
}
