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
  const { at, person, text } = entry
  const words = { person: person?.name ?? buyer, to: text }
  return (
    <Text size="xs" c="dimmed" className={classes.event}>
      {t(`thread.event.${nameOf(entry)}`, words)}{' '}
      <time dateTime={at} title={dayAndTime(at)}>
        {clockTime(at)}
      </time>
    </Text>
  )
}

function nameOf({ side, kind, person, text }: Entry) {
  if (side === 'clock') return 'passedFrom'
  if (side === 'buyer') return 'reopenedByBuyer'
  if (kind !== 'assigned') return kind as Exclude<Kind, 'assigned'>
  if (!text) return 'unassigned'
  return text === person?.name ? 'taken' : 'assigned'
}
