import { Text } from '@mantine/core'
import { Fragment, type ReactNode, useCallback, useMemo, useRef } from 'react'
import type { ConversationApi, ConversationEntry, MessageSubject } from '../conversation-api.ts'
import classes from './conversation.module.css'
import { formatDayName, isSameDay } from './day-separator.ts'
import { EventLine, isEventEntry } from './event-line.tsx'
import { MessageBubble } from './message-bubble.tsx'

export type EntryListProps = {
  side: ConversationApi
  /** The name of the other side. */
  other: string
  /** The number of the last message that the other side has read; undefined while it is unknown. */
  otherRead: number | undefined
  /** The name of an entry's author, as this reader sees it. */
  by: (entry: ConversationEntry) => string
  /** The subject of a message, as a link. */
  renderSubject: (subject: MessageSubject) => ReactNode
}

/** The entries of a conversation, grouped by day. */
export function EntryList({
  items,
  side,
  other,
  otherRead,
  by,
  renderSubject,
}: EntryListProps & { items: ConversationEntry[] }) {
  const shown = useRef(renderSubject)
  shown.current = renderSubject
  const subjectOf = useCallback((of: MessageSubject) => shown.current(of), [])
  const mark = useMemo(
    () =>
      items.findLast(
        ({ side: of, number }) => of === side.own && number !== null && number <= (otherRead ?? 0),
      )?.position,
    [items, side, otherRead],
  )
  return items.map((entry, place) => {
    const before = items[place - 1]
    return (
      <Fragment key={entry.position}>
        {!isSameDay(before?.at, entry.at) && (
          <Text size="xs" c="dimmed" fw={600} className={`${classes.event} ${classes.day}`}>
            {formatDayName(entry.at)}
          </Text>
        )}
        {isEventEntry(entry) ? (
          <EventLine entry={entry} buyer={other} />
        ) : (
          <MessageBubble
            entry={entry}
            isOwn={entry.side === side.own}
            isFirst={!goesOn(before, entry)}
            by={by(entry)}
            renderSubject={subjectOf}
            isReadUpTo={entry.position === mark}
          />
        )}
      </Fragment>
    )
  })
}

/** Milliseconds within which messages of one person are shown as a group. */
const together = 5 * 60_000

const goesOn = (before: ConversationEntry | undefined, entry: ConversationEntry) =>
  before !== undefined &&
  !isEventEntry(before) &&
  before.side === entry.side &&
  before.person?.name === entry.person?.name &&
  (before.kind === 'note') === (entry.kind === 'note') &&
  new Date(entry.at).getTime() - new Date(before.at).getTime() < together
