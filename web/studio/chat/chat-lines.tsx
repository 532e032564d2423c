import { Button, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../../data/use-items.ts'
import classes from '../broadcast/studio.module.css'
import { type ShowRef, type StudioChatLine, studioChatQuery } from '../broadcast/studio-queries.ts'
import { BanDialog } from './ban-dialog.tsx'
import { ChatLine } from './chat-line.tsx'

type Asked = { line: StudioChatLine; kind: 'mute' | 'block' }

/** The chat lines. The list stays scrolled to the latest at the bottom, unless somebody has scrolled up. */
export function ChatLines({ of, label }: { of: ShowRef; label: string }) {
  const { t } = useTranslation('studio')
  const { items, pages } = useItems(studioChatQuery(of))
  const [asked, ask] = useState<Asked>()
  const lines = items.toReversed()
  const list = useAtBottom(lines.at(-1)?.id)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by the keyboard, too
    <div ref={list} className={classes.lines} role="log" aria-labelledby={label} tabIndex={0}>
      {pages.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('chat.earlier')}
        </Button>
      )}
      {lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('chat.empty')}
        </Text>
      )}
      {lines.map((line) => (
        <ChatLine key={line.id} of={of} line={line} ask={(kind) => ask({ line, kind })} />
      ))}
      {asked && <BanDialog of={of} {...asked} close={() => ask(undefined)} />}
    </div>
  )
}

/** Pixels from the bottom within which the list keeps scrolling. */
const near = 80

function useAtBottom(last: string | undefined) {
  const list = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  useEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => {
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < near
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  })
  useEffect(() => {
    if (last && follows.current) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [last])
  return list
}
