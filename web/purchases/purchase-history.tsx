import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import { firstText, HistoryTimeline } from '../ui/history-timeline.tsx'
import type { Purchase } from './purchase-queries.ts'

type Step = Purchase['history'][number]

/** The steps of the purchase's history, the latest last. */
export function PurchaseHistory({ purchase: { history, currency } }: { purchase: Purchase }) {
  const { t, i18n } = useTranslation('spending')
  /** The reason of a decline is a code, which is put into words; any other text was typed by a person. */
  const note = ({ details: { reason, answer } }: Step) => {
    const text = firstText(reason, answer)
    const isDecline = text !== undefined && i18n.exists(`spending:declines.${text}`)
    return isDecline ? t(`declines.${text as 'card_declined'}`) : text
  }
  return (
    <HistoryTimeline
      title={t('history.title')}
      steps={history}
      currency={currency}
      describe={({ what }, amount) => t(`history.steps.${what}`, { amount })}
      byline={({ at, by }) => {
        const when = formatDateTime(at)
        return by ? t('history.by', { person: by, when }) : when
      }}
      note={note}
    />
  )
}
