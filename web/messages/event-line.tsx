import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { clockTime, dayAndTime } from '../formats.ts'
import classes from './messages.module.css'
import type { Entry } from './side.ts'

type Kind = Exclude<Entry['kind'], 'text' | 'photo' | 'note'>

export const isEvent = ({ kind }: Entry) => !['text', 'photo', 'note'].includes(kind)

/** What became of the conversation, for the team. */
export function EventLine({ entry, buyer }: { entry: Entry; buyer: string }) {
  const { t } = useTranslation('messages')
  const { side, at, person, text } = entry
  const kind = entry.kind as Kind
  const words = { person: person?.name ?? buyer, to: text }
  const isToSelf = kind === 'assigned' && text === person?.name
  const key =
    side === 'clock'
      ? 'passedFrom'
      : side === 'buyer'
        ? 'reopenedByBuyer'
        : kind !== 'assigned'
          ? kind
          : isToSelf
            ? 'taken'
            : text
              ? 'assigned'
              : 'unassigned'
  return (
    <Text size="xs" c="dimmed" className={classes.event}>
      {t(`thread.event.${key}`, words)}{' '}
      <time dateTime={at} title={dayAndTime(at)}>
        {clockTime(at)}
      </time>
    </Text>
  )
}
