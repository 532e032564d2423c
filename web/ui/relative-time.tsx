import { Text, Tooltip } from '@mantine/core'
import { formatDateTime, formatRelativeTime } from '../i18n/formats.ts'

/** A relative time, with the exact time on hover. */
export function RelativeTime({ time }: { time: string }) {
  return (
    <Tooltip label={formatDateTime(time)}>
      <Text component="time" dateTime={time} inherit>
        {formatRelativeTime(time)}
      </Text>
    </Tooltip>
  )
}
