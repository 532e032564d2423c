import { Badge, Button, CloseButton, Group, Skeleton, Text } from '@mantine/core'
import { IconArrowDown, IconSpeakerphone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { ChatInput } from './chat-input.tsx'
import { chatOf, type Line } from './queries.ts'
import classes from './room.module.css'
import { useBottom } from './use-bottom.ts'
import { useWatched } from './watched.ts'

/** What is said in the show, and the way to say something. */
export function Chat() {
  const { t } = useTranslation('live')
  const { show } = useWatched()
  const { data, error, refetch } = useQuery(chatOf(show.id))
  const lines = data?.items ?? []
  return (
    <section aria-label={t('chat.title')} className={classes.chat}>
      <HeldUp line={lines.findLast(({ kind }) => kind === 'announcement')} />
      {data ? <Lines lines={lines} /> : error && <ProblemAlert problem={error} retry={refetch} />}
      {!data && !error && <Skeleton h="var(--stagedoor-row)" />}
      <ChatInput />
    </section>
  )
}

/** The latest announcement, until its reader has had enough of it. */
function HeldUp({ line }: { line: Line | undefined }) {
  const { t } = useTranslation('live')
  const [hidden, hide] = useState<string>()
  if (!line || line.id === hidden) return null
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" className={classes.announcement}>
      <IconSpeakerphone size="1.125rem" className="stagedoor-whole" aria-label={t('chat.announcement')} />
      <Text size="sm" flex={1}>
        {line.text}
      </Text>
      <CloseButton size="sm" aria-label={t('chat.hide')} onClick={() => hide(line.id)} />
    </Group>
  )
}

function Lines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('live')
  const { list, follow, toBottom, newer } = useBottom(lines.map(({ id }) => id))
  return (
    <div className={classes.talk}>
      <ol
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by its keys
        tabIndex={0}
        aria-label={t('chat.lines')}
        className={classes.lines}
        onScroll={({ currentTarget }) => follow(currentTarget)}
      >
        {lines.map((line) => (
          <Said key={line.id} line={line} />
        ))}
      </ol>
      {lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('chat.empty')}
        </Text>
      )}
      {newer > 0 && (
        <Button
          size="compact-sm"
          className={classes.newer}
          leftSection={<IconArrowDown size="1rem" aria-hidden />}
          onClick={toBottom}
        >
          {t('chat.new', { count: newer })}
        </Button>
      )}
    </div>
  )
}

/** Text, and nothing else. */
function Said({ line: { kind, name, host, text } }: { line: Line }) {
  const { t } = useTranslation('live')
  return (
    <Text component="li" size="sm">
      <Text component="span" inherit fw={650} c={host ? 'amber.3' : 'dark.1'}>
        {name}
      </Text>{' '}
      {host && (
        <Badge size="sm" color="amber">
          {t(kind === 'announcement' ? 'chat.announcement' : 'chat.host')}
        </Badge>
      )}{' '}
      {text}
    </Text>
  )
}
