import { ActionIcon, Group, Text, TextInput } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../shell/links.tsx'
import { allows } from '../shell/session.ts'
import { ProductsButton } from './products-button.tsx'
import { useHindranceText } from './use-hindrance-text.ts'
import { longestLine, useWriting } from './use-writing.ts'
import { useWatched } from './watched.ts'

/** From here on it is worth a word how many characters are left. */
const nearlyFull = 60

export function ChatInput() {
  const { t } = useTranslation('live')
  const { show, buyers } = useWatched()
  const next = useLocation({ select: ({ href }) => href })
  const isOver = show.state === 'ended' || show.state === 'cancelled'
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
      <ProductsButton />
    </Group>
  )
}

function Writing() {
  const { t } = useTranslation('live')
  const { show, buyers } = useWatched()
  const host = buyers.own && allows(buyers.own, 'shows.chat') ? buyers.own : undefined
  const { writing, hindrance, write } = useWriting(show, host)
  const hindered = useHindranceText(hindrance)
  const [text, setText] = useState('')
  const left = longestLine - text.trim().length
  const send = (event: FormEvent) => {
    event.preventDefault()
    // What was typed stays until it is said.
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
