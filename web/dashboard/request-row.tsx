import { IconChevronRight, IconClockHour4 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import type { Request } from '../orders/queries.ts'
import { useAccount } from '../shell/account.ts'
import { leftText, useLeft } from '../shell/countdown.tsx'
import { LinkNav } from '../shell/links.tsx'

/** A buyer who wants to undo a purchase, with the time that is left to answer. */
export function RequestRow({ request }: { request: Request }) {
  const { t } = useTranslation(['dashboard', 'orders'])
  const { id: account } = useAccount()
  const { order, code, total, currency, buyerName, dueAt } = request
  const left = useLeft(dueAt)
  const words = { buyer: buyerName ?? t('orders:gone'), code, total: money(total, currency) }
  return (
    <LinkNav
      to="/dashboard/$account/orders/$order"
      params={{ account, order }}
      label={t('request', words)}
      description={
        left > 0 ? t('orders:cancellation.left', { left: leftText(left) }) : t('orders:cancellation.over')
      }
      leftSection={<IconClockHour4 aria-hidden stroke={1.5} />}
      rightSection={<IconChevronRight size="1rem" aria-hidden />}
      className="stagedoor-need"
    />
  )
}
