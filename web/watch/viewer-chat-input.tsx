import { ActionIcon, Group, Text, TextInput } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxLineLength } from '../../src/chat/vocabulary.ts'
import { hasPermission } from '../session/me-queries.ts'
import { isShowOver } from '../shows/show-queries.ts'
import { LinkButton } from '../ui/links.tsx'
import { ShowProductsButton } from './show-products-button.tsx'
import { useChatRefusalText } from './use-chat-refusal-text.ts'
import { useSendChatLine } from './use-send-chat-line.ts'
import { useWatchContext } from './watch-context.ts'

/** From this number of remaining characters on, the number is shown. */
const nearlyFull = 60

export function ViewerChatInput() {
  const { t } = useTranslation('watch')
  const { show, buyers } = useWatchContext()
  const next = useLocation({ select: ({ href }) => href })
  const isOver = isShowOver(show)
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      {isOver && (
        <Text size="sm" flex={1}>
          {t('chat.over')}
        </Text>
      )}
      {!isOver && buyers.isSignedIn && <Writing />}
      {!isOver && buyers.known && !buyers.isSignedIn && (
        <LinkButton to="/sign-in" search={{ next }} variant="default" flex={1}>
          {t('chat.signIn')}
        </LinkButton>
      )}
      <ShowProductsButton />
    </Group>
  )
}

function Writing() {
  const { t } = useTranslation('watch')
  const { show, buyers } = useWatchContext()
  const host = buyers.own && hasPermission(buyers.own, 'shows.chat') ? buyers.own : undefined
  const { writing, hindrance, write } = useSendChatLine(show, host)
  const hindered = useChatRefusalText(hindrance)
  const [text, setText] = useState('')
  const left = maxLineLength - text.trim().length
  const send = (event: FormEvent) => {
    event.preventDefault()
    // The text stays until the server has accepted it.
    if (text.trim() !== '' && left >= 0) write(text.trim(), () => setText(''))
  }
  return (
    <form onSubmit={send} style={{ flex: 1 }}>
      <TextInput
        aria-label={t('chat.write')}
        placeholder={host ? t('chat.hintAs', { account: host.name }) : t('chat.hint')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        autoComplete="off"
        enterKeyHint="send"
        description={left >= 0 && left <= nearlyFull ? t('chat.left', { count: left }) : undefined}
        error={left < 0 ? t('chat.tooLong', { count: -left }) : hindered}
        rightSection={
          <ActionIcon
            type="submit"
            aria-label={t('chat.send')}
            loading={writing.isPending}
            disabled={text.trim() === '' || left < 0}
          >
            <IconSend2 size="1.125rem" aria-hidden />
          </ActionIcon>
        }
      />
    </form>
  )
}
