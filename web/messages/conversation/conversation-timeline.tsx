import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemToast } from '../../ui/toasts.ts'
import type { ConversationApi } from '../conversation-api.ts'
import { unconfirmedMessages } from '../outbox/merge-entries.ts'
import { type PendingMessage, usePendingMessages } from '../outbox/pending-messages.ts'
import { loadOlderEntries, threadQuery } from '../outbox/thread-queries.ts'
import classes from './conversation.module.css'
import { EntryList, type EntryListProps } from './entry-list.tsx'
import { PendingBubble } from './pending-bubble.tsx'
import { useMarkRead } from './use-mark-read.ts'
import { useStickToBottom } from './use-stick-to-bottom.ts'

type Given = EntryListProps & {
  /** The number of the last message that this side has read; undefined while it is unknown. */
  read: number | undefined
  /** Puts a refused message back into the field. */
  edit: (pending: PendingMessage) => void
}

/**
 * A conversation with the latest entry at the end: messages, entries for the team alone, and messages that are being
 * sent.
 */
export function ConversationTimeline(given: Given) {
  const { t } = useTranslation('messages')
  const { side, other, read } = given
  const { items, older } = useSuspenseQuery(threadQuery(side)).data
  const waiting = unconfirmedMessages(
    usePendingMessages(side),
    items.filter((entry) => entry.side === side.own),
  )
  const isLate = waiting.some((pending) => pending.isLate)
  const last = items.at(-1)?.position ?? 0
  const place = useStickToBottom({ first: items[0]?.position, last, waiting: waiting.length })
  const number = items.findLast((entry) => entry.number !== null)?.number ?? 0
  useMarkRead(side, number, read, !place.isAway)
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
          {older && <Older side={side} />}
          <EntryList {...given} items={items} />
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

function Older({ side }: { side: ConversationApi }) {
  const { t } = useTranslation('messages')
  const [isBusy, setBusy] = useState(false)
  const tellProblem = useProblemToast()
  const read = () => {
    setBusy(true)
    loadOlderEntries(side)
      .catch(tellProblem)
      .finally(() => setBusy(false))
  }
  return (
    <Button variant="subtle" size="compact-sm" loading={isBusy} onClick={read}>
      {t('thread.older')}
    </Button>
  )
}
