import { Text, Tooltip } from '@mantine/core'
import { dayAndTime, relative } from '../formats.ts'

/** How long ago, or how soon; the exact time when pointed at. */
export function When({ time }: { time: string }) {
  return (
    <Tooltip label={dayAndTime(time)}>
      <Text component="time" dateTime={time} inherit>
        {relative(time)}
      </Text>
    </Tooltip>
  )
}
