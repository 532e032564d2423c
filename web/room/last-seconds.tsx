import { Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import card from './card.module.css'
import { onClock } from './times.ts'
import { useRest } from './use-rest.ts'

/** From here on nobody looks away: milliseconds. */
const last = 10_000

/** What is left of the time: small, then large; whoever looks at it again and again counts down with it. */
export function TimeLeft({ endsAt }: { endsAt: string }) {
  const { t } = useTranslation('live')
  const rest = useRest(endsAt)
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
        {onClock(rest)}
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

/** A line that runs out with the last ten seconds; whoever listens is told twice. */
export function LastSeconds({ endsAt }: { endsAt: string }) {
  const { t } = useTranslation('live')
  const rest = useRest(endsAt)
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
