import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isSameClock } from './clock.ts'
import { inZone, ownTime, ownZone } from './times.ts'

type Given = { show: { startsAt: string; zone: string } }

/** When a show begins, in the zone in which it was planned; and by the reader's clock, if that shows another time. */
export function ShowTime({ show: { startsAt, zone } }: Given) {
  const { t } = useTranslation('shows')
  return (
    <>
      <Text component="time" dateTime={startsAt} inherit>
        {inZone(startsAt, zone)}
      </Text>
      {!isSameClock(startsAt, zone, ownZone()) && (
        <Text size="xs" c="dimmed">
          {t('yourTime', { time: ownTime(startsAt, zone) })}
        </Text>
      )}
    </>
  )
}
