import { Group, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime, dayAndTime } from '../formats.ts'
import { LinkedText } from './linked-text.tsx'
import classes from './messages.module.css'
import { Photo } from './photo.tsx'
import type { Entry } from './side.ts'

type Frame = {
  isOwn: boolean
  kind: 'text' | 'photo' | 'note'
  /** Of the first of several by one person: who, and when. */
  head?: ReactNode
  isRefused?: boolean
  after?: ReactNode
  children: ReactNode
}

/** What was written, on its side: one's own to the right. A note says that it is one. */
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
  entry: Entry
  isOwn: boolean
  isFirst: boolean
  /** Who wrote it, as the reader is told. */
  by: string
  about: (about: NonNullable<Entry['about']>) => ReactNode
  /** The last of one's own that the other side has read. */
  isReadUpTo: boolean
}

/** It is drawn once: an entry never changes. */
export const Bubble = memo(function Bubble({ entry, isOwn, isFirst, by, about, isReadUpTo }: Given) {
  const { t } = useTranslation('messages')
  const { kind, text, photo } = entry
  return (
    <BubbleFrame
      isOwn={isOwn}
      kind={kind as Frame['kind']}
      head={isFirst ? <Head by={by} at={entry.at} /> : undefined}
      after={
        isReadUpTo && (
          <Text size="xs" c="dimmed">
            {t('thread.read')}
          </Text>
        )
      }
    >
      {entry.about && about(entry.about)}
      {photo ? <Photo photo={photo} by={by} /> : <LinkedText text={text} />}
    </BubbleFrame>
  )
})

export function Head({ by, at }: { by: string; at: string }) {
  return (
    <Text size="xs" c="dimmed">
      <Text component="span" inherit fw={600}>
        {by}
      </Text>{' '}
      <time dateTime={at} title={dayAndTime(at)}>
        {clockTime(at)}
      </time>
    </Text>
  )
}
