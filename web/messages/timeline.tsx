import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { useTellProblem } from '../shell/told.ts'
import { Entries, type Told } from './entries.tsx'
import { stillWaiting } from './merging.ts'
import classes from './messages.module.css'
import { type Pending, usePending } from './pending.ts'
import { PendingBubble } from './pending-bubble.tsx'
import type { Side } from './side.ts'
import { readOlder, type Thread, threadOf } from './thread.ts'
import { usePlace } from './use-place.ts'
import { useReading } from './use-reading.ts'

type Given = Told & {
  /** Up to which message one's own side has read; undefined while it is not known. */
  read: number | undefined
  /** Takes what was refused back into the field. */
  edit: (pending: Pending) => void
}

/** A conversation, the latest at the end: what both sides wrote, what the team has for itself, what is on its way. */
export function Timeline(given: Given) {
  const { data, error, refetch } = useQuery(threadOf(given.side))
  if (data) return <Shown {...given} thread={data} />
  return (
    <div className={classes.talk}>
      {error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />}
    </div>
  )
}

function Shown({ thread, ...given }: Given & { thread: Thread }) {
  const { t } = useTranslation('messages')
  const { side, other, read } = given
  const { items } = thread
  const waiting = stillWaiting(
    usePending(side),
    items.filter((entry) => entry.side === side.own),
  )
  const isLate = waiting.some((pending) => pending.isLate)
  const last = items.at(-1)?.position ?? 0
  const place = usePlace({ first: items[0]?.position, last, waiting: waiting.length })
  const number = items.findLast((entry) => entry.number !== null)?.number ?? 0
  useReading(side, number, read, !place.isAway)
  const { seen } = place
  const newer = seen === undefined ? 0 : items.filter((entry) => entry.position > seen).length
  return (
    <div className={classes.talk}>
      <div
        ref={place.box}
        role="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by its keys
        tabIndex={0}
        aria-label={t('thread.label', { name: other })}
        className={classes.lines}
        onScroll={({ currentTarget }) => place.follow(currentTarget)}
      >
        <div ref={place.inner} className={classes.inner}>
          {thread.older && <Older side={side} />}
          <Entries {...given} items={items} />
          {waiting.map((pending) => (
            <PendingBubble
              key={pending.key}
              side={side}
              pending={isLate ? { ...pending, isLate } : pending}
              edit={given.edit}
            />
          ))}
        </div>
      </div>
      {newer > 0 && (
        <Button
          size="compact-sm"
          className={classes.newer}
          leftSection={<IconArrowDown size="1rem" aria-hidden />}
          onClick={place.toBottom}
        >
          {t('thread.new', { count: newer })}
        </Button>
      )}
    </div>
  )
}

function Older({ side }: { side: Side }) {
  const { t } = useTranslation('messages')
  const [isBusy, setBusy] = useState(false)
  const tellProblem = useTellProblem()
  const read = () => {
    setBusy(true)
    readOlder(side)
      .catch(tellProblem)
      .finally(() => setBusy(false))
  }
  return (
    <Button variant="subtle" size="compact-sm" loading={isBusy} onClick={read}>
      {t('thread.older')}
    </Button>
  )
}
