import { Group, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime, formatTime } from '../../i18n/formats.ts'
import type { ConversationEntry } from '../conversation-api.ts'
import classes from './conversation.module.css'
import { LinkedText } from './linked-text.tsx'
import { MessagePhoto } from './message-photo.tsx'

type Frame = {
  isOwn: boolean
  kind: 'text' | 'photo' | 'note'
  /** For the first message of a group: the author and the time. */
  head?: ReactNode
  isRefused?: boolean
  after?: ReactNode
  children: ReactNode
}

/** A message on its side; one's own are on the right. A note is labelled as one. */
export function BubbleFrame({ isOwn, kind, head, isRefused, after, children }: Frame) {
  const { t } = useTranslation('messages')
  return (
    <div
      className={classes.said}
      {...(isOwn && { 'data-own': true })}
      {...(kind === 'note' && { 'data-note': true })}
      {...(kind === 'photo' && { 'data-photo': true })}
      {...(head !== undefined && { 'data-first': true })}
      {...(isRefused && { 'data-refused': true })}
    >
      {head}
      <div className={classes.bubble}>
        {kind === 'note' && (
          <Group gap={4} wrap="nowrap">
            <IconLock size="0.875rem" aria-hidden />
            <Text size="xs" fw={600}>
              {t('thread.note')}
            </Text>
          </Group>
        )}
        {children}
      </div>
      {after}
    </div>
  )
}

type Given = {
  entry: ConversationEntry
  isOwn: boolean
  isFirst: boolean
  /** The author, as the reader sees it. */
  by: string
  renderSubject: (subject: NonNullable<ConversationEntry['subject']>) => ReactNode
  /** Whether it is the last of one's own messages that the other side has read. */
  isReadUpTo: boolean
}

/** Rendered once, since an entry never changes. */
export const MessageBubble = memo(function Bubble({
  entry,
  isOwn,
  isFirst,
  by,
  renderSubject,
  isReadUpTo,
}: Given) {
  const { t } = useTranslation('messages')
  const { kind, text, photo } = entry
  return (
    <BubbleFrame
      isOwn={isOwn}
      kind={kind as Frame['kind']}
      head={isFirst ? <BubbleHeader by={by} at={entry.at} /> : undefined}
      after={
        isReadUpTo && (
          <Text size="xs" c="dimmed">
            {t('thread.read')}
          </Text>
        )
      }
    >
      {entry.subject && renderSubject(entry.subject)}
      {photo ? <MessagePhoto photo={photo} by={by} /> : <LinkedText text={text} />}
    </BubbleFrame>
  )
})

export function BubbleHeader({ by, at }: { by: string; at: string }) {
  return (
    <Text size="xs" c="dimmed">
      <Text component="span" inherit fw={600}>
        {by}
      </Text>{' '}
      <time dateTime={at} title={formatDateTime(at)}>
        {formatTime(at)}
      </time>
    </Text>
  )
}
