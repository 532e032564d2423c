import { Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMinutesSeconds } from './auction-times.ts'
import { useCountdown } from './use-countdown.ts'
import card from './watch-card.module.css'

/** Milliseconds before the end from which the countdown is large. */
const last = 10_000

/** The remaining time, small at first and then large. */
export function AuctionTimeLeft({ endsAt }: { endsAt: string }) {
  const { t } = useTranslation('watch')
  const rest = useCountdown(endsAt)
  if (rest === 0) {
    return (
      <Text size="sm" fw={650}>
        {t('auction.ending')}
      </Text>
    )
  }
  if (rest > last) {
    return (
      <Text component="div" fz="lg" fw={650} aria-label={t('auction.timeLeft')} role="timer">
        {formatMinutesSeconds(rest)}
      </Text>
    )
  }
  const seconds = Math.ceil(rest / 1000)
  return (
    <Text
      component="div"
      key={seconds}
      fz="h1"
      fw={700}
      lh={1}
      role="timer"
      aria-label={t('auction.timeLeft')}
      className={card.seconds}
    >
      {seconds}
    </Text>
  )
}

/** A line that shrinks during the last ten seconds. Screen readers announce it twice. */
export function LastSeconds({ endsAt }: { endsAt: string }) {
  const { t } = useTranslation('watch')
  const rest = useCountdown(endsAt)
  const isNear = rest > 0 && rest <= last
  return (
    <>
      {isNear && <div className={card.rest} style={{ width: `${(rest / last) * 100}%` }} />}
      <VisuallyHidden role="status">
        {isNear && t(rest <= last / 2 ? 'auction.fiveLeft' : 'auction.tenLeft')}
      </VisuallyHidden>
    </>
  )
}
