import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDateTime, formatTime } from '../../i18n/formats.ts'
import type { ConversationEntry } from '../conversation-api.ts'
import classes from './conversation.module.css'

type Kind = Exclude<ConversationEntry['kind'], 'text' | 'photo' | 'note'>

export const isEventEntry = ({ kind }: ConversationEntry) => !['text', 'photo', 'note'].includes(kind)

/** A change of the conversation, which only the team sees. */
export function EventLine({ entry, buyer }: { entry: ConversationEntry; buyer: string }) {
  const { t } = useTranslation('messages')
  const { at, person, text } = entry
  const words = { person: person?.name ?? buyer, to: text }
  return (
    <Text size="xs" c="dimmed" className={classes.event}>
      {t(`thread.event.${nameOf(entry)}`, words)}{' '}
      <time dateTime={at} title={formatDateTime(at)}>
        {formatTime(at)}
      </time>
    </Text>
  )
}

function nameOf({ side, kind, person, text }: ConversationEntry) {
  if (side === 'clock') return 'passedFrom'
  if (side === 'buyer') return 'reopenedByBuyer'
  if (kind !== 'assigned') return kind as Exclude<Kind, 'assigned'>
  if (!text) return 'unassigned'
  return text === person?.name ? 'taken' : 'assigned'
}
