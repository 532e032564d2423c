import { IconChevronRight, IconClockHour4 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import type { CancellationRequest } from '../orders/order-queries.ts'
import { useAccount } from '../session/account-context.ts'
import { formatTimeLeft, useTimeLeft } from '../ui/countdown.tsx'
import { LinkNavItem } from '../ui/links.tsx'

/** A cancellation request, with the time that remains for an answer. */
export function CancellationTodo({ request }: { request: CancellationRequest }) {
  const { t } = useTranslation(['home', 'orders'])
  const { id: account } = useAccount()
  const { order, code, total, currency, buyerName, dueAt } = request
  const left = useTimeLeft(dueAt)
  const words = { buyer: buyerName ?? t('orders:gone'), code, total: formatMoney(total, currency) }
  return (
    <LinkNavItem
      to="/dashboard/$account/orders/$order"
      params={{ account, order }}
      label={t('request', words)}
      description={
        left > 0
          ? t('orders:cancellation.left', { left: formatTimeLeft(left) })
          : t('orders:cancellation.over')
      }
      leftSection={<IconClockHour4 aria-hidden stroke={1.5} />}
      rightSection={<IconChevronRight size="1rem" aria-hidden />}
      className="stagedoor-need"
    />
  )
}
