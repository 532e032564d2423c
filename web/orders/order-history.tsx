import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import { firstText, HistoryTimeline } from '../ui/history-timeline.tsx'
import type { Order } from './order-queries.ts'

type Step = Order['history'][number]

/** The steps of the order's history, the latest last. */
export function OrderHistory({ order: { history, currency } }: { order: Order }) {
  const { t } = useTranslation('orders')
  const byline = ({ at, by, side }: Step) => {
    const when = formatDateTime(at)
    return by ? t('history.by', { person: by, when }) : side === 'buyer' ? t('history.buyer', { when }) : when
  }
  return (
    <HistoryTimeline
      title={t('history.title')}
      steps={history}
      currency={currency}
      describe={(step, amount) => t(`history.steps.${textOf(step)}`, { amount })}
      byline={byline}
      note={({ details: { reason, answer, why, tracking } }) => firstText(reason, answer, why, tracking)}
    />
  )
}

/** A move has a text for each kind of move. */
function textOf({ what, details }: Step) {
  const to = details.to as 'own' | 'together' | 'again' | undefined
  return what === 'moved' && to ? (`moved_${to}` as const) : what
}
