import { Text } from '@mantine/core'
import { Fragment, type ReactNode, useCallback, useMemo, useRef } from 'react'
import { Bubble } from './bubble.tsx'
import { dayName, isSameDay } from './days.ts'
import { EventLine, isEvent } from './event-line.tsx'
import classes from './messages.module.css'
import type { About, Entry, Side } from './side.ts'

export type Told = {
  side: Side
  /** How the other side is called. */
  other: string
  /** Up to which message the other side has read; undefined while it is not known. */
  otherRead: number | undefined
  /** Who wrote an entry, as this reader is told. */
  by: (entry: Entry) => string
  /** What a message is about, as a link. */
  about: (about: About) => ReactNode
}

/** What stands in a conversation, day by day. */
export function Entries({ items, side, other, otherRead, by, about }: Told & { items: Entry[] }) {
  const shown = useRef(about)
  shown.current = about
  const aboutOf = useCallback((of: About) => shown.current(of), [])
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
            {dayName(entry.at)}
          </Text>
        )}
        {isEvent(entry) ? (
          <EventLine entry={entry} buyer={other} />
        ) : (
          <Bubble
            entry={entry}
            isOwn={entry.side === side.own}
            isFirst={!goesOn(before, entry)}
            by={by(entry)}
            about={aboutOf}
            isReadUpTo={entry.position === mark}
          />
        )}
      </Fragment>
    )
  })
}

/** Milliseconds within which what one person writes belongs together. */
const together = 5 * 60_000

const goesOn = (before: Entry | undefined, entry: Entry) =>
  before !== undefined &&
  !isEvent(before) &&
  before.side === entry.side &&
  before.person?.name === entry.person?.name &&
  (before.kind === 'note') === (entry.kind === 'note') &&
  new Date(entry.at).getTime() - new Date(before.at).getTime() < together
