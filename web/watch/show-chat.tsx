import { Badge, Button, CloseButton, Group, Text } from '@mantine/core'
import { IconArrowDown, IconSpeakerphone } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { useChatScroll } from './use-chat-scroll.ts'
import { ViewerChatInput } from './viewer-chat-input.tsx'
import classes from './watch.module.css'
import { useWatchContext } from './watch-context.ts'
import { type PublicChatLine, publicChatQuery } from './watch-queries.ts'

/** The show's chat, with the field for writing. */
export function ShowChat() {
  const { t } = useTranslation('watch')
  return (
    <section aria-label={t('chat.title')} className={classes.chat}>
      <QueryBoundary rows={1}>
        <Conversation />
      </QueryBoundary>
      <ViewerChatInput />
    </section>
  )
}

function Conversation() {
  const { show } = useWatchContext()
  const { items: lines } = useSuspenseQuery(publicChatQuery(show.id)).data
  return (
    <>
      <HeldUp line={lines.findLast(({ kind }) => kind === 'announcement')} />
      <Lines lines={lines} />
    </>
  )
}

/** The latest announcement, until the viewer closes it. */
function HeldUp({ line }: { line: PublicChatLine | undefined }) {
  const { t } = useTranslation('watch')
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

function Lines({ lines }: { lines: PublicChatLine[] }) {
  const { t } = useTranslation('watch')
  const { list, follow, toBottom, newer } = useChatScroll(lines.map(({ id }) => id))
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

/** The text of a line, without markup. */
function Said({ line: { kind, name, host, text } }: { line: PublicChatLine }) {
  const { t } = useTranslation('watch')
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
