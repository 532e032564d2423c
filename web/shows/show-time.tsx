import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { readerTimeZone } from '../i18n/days.ts'
import { isSameLocalTime } from './time-zones.ts'
import { formatInOwnZone, formatInZone } from './zoned-time.ts'

type Given = { show: { startsAt: string; zone: string } }

/** The start of a show in the zone in which it was scheduled, and also in the reader's zone if that differs. */
export function ShowTime({ show: { startsAt, zone } }: Given) {
  const { t } = useTranslation('shows')
  return (
    <>
      <Text component="time" dateTime={startsAt} inherit>
        {formatInZone(startsAt, zone)}
      </Text>
      {!isSameLocalTime(startsAt, zone, readerTimeZone()) && (
        <Text size="xs" c="dimmed">
          {t('yourTime', { time: formatInOwnZone(startsAt, zone) })}
        </Text>
      )}
    </>
  )
}
