import { ActionIcon, Badge, CloseButton, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxMessageLength } from '../../../src/messages/vocabulary.ts'
import { photoTypes } from '../../../src/platform/vocabulary.ts'
import type { ConversationApi } from '../conversation-api.ts'
import { submitMessage } from '../outbox/outbox.ts'
import { threadEnd } from '../outbox/thread-queries.ts'
import { AttachPhotoButton, usePhotoPicker } from './attach-photo-button.tsx'
import classes from './conversation.module.css'
import type { MessageDrafting } from './use-message-draft.ts'

/** From this number of remaining characters on, the number is shown. */
const nearlyFull = 300

type Given = {
  side: ConversationApi
  drafting: MessageDrafting
  label: string
  hint: string
  /** Why the message cannot be sent now. Shown when the person tries. */
  hindrance?: string | undefined
  /** Content above the field, and among its buttons. */
  before?: ReactNode
  tools?: ReactNode
  /** Called while something is typed. */
  typing?: () => void
}

/** The field for writing. The text stays until it is submitted, and then in the outbox. */
export function MessageComposer({ side, drafting, label, hint, hindrance, before, tools, typing }: Given) {
  const { t } = useTranslation('messages')
  const { draft, set, clear } = drafting
  const { text, subject, isNote, seen } = draft
  const [isAsked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const left = maxMessageLength - text.trim().length
  const isSendable = text.trim() !== '' && left >= 0
  const takePhotos = usePhotoPicker((photo) => {
    const upTo = text === '' ? undefined : seen
    submitMessage(side, { kind: 'photo', text: '', seen: upTo ?? threadEnd(side).number }, photo)
  })
  const send = () => {
    if (!isSendable) return
    field.current?.focus()
    setAsked(Boolean(hindrance))
    if (hindrance) return
    const extra = isNote ? {} : { ...(subject && { subject }), ...(seen !== undefined && { seen }) }
    submitMessage(side, { kind: isNote ? 'note' : 'text', text: text.trim(), ...extra })
    clear()
  }
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files].filter(({ type }) => photoTypes.includes(type))
    if (files.length === 0 || isNote) return
    event.preventDefault()
    takePhotos(files)
  }
  return (
    <Stack gap="xs" className={classes.writing}>
      {before}
      {subject && !isNote && (
        <Group gap={4}>
          <Badge>{t('composer.about', { title: subject.title })}</Badge>
          <CloseButton
            size="sm"
            aria-label={t('composer.notAbout')}
            onClick={() => set({ subject: undefined })}
          />
        </Group>
      )}
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={hint}
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        onChange={({ currentTarget }) => {
          set({ text: currentTarget.value })
          typing?.()
        }}
        onKeyDown={(event) => {
          if (!sends(event)) return
          event.preventDefault()
          send()
        }}
        onPaste={paste}
        error={left < 0 ? t('composer.tooLong', { count: -left }) : isAsked && hindrance}
        {...(left >= 0 && { errorProps: { role: 'alert' } })}
      />
      <Group gap={4} wrap="nowrap">
        {!isNote && <AttachPhotoButton take={takePhotos} />}
        {tools}
        <Text size="xs" c="dimmed" flex={1} ta="end" role="status">
          {left >= 0 && left <= nearlyFull && t('composer.left', { count: left })}
        </Text>
        <ActionIcon
          variant="filled"
          color="amber"
          aria-label={t(isNote ? 'composer.keepNote' : 'composer.send')}
          disabled={!isSendable}
          onClick={send}
        >
          <IconSend2 size="1.125rem" aria-hidden />
        </ActionIcon>
      </Group>
    </Stack>
  )
}

/**
 * Enter sends, and Shift+Enter begins a new line. On touch screens, and while an input method composes a word, Enter
 * does not send.
 */
function sends({ key, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
  if (key !== 'Enter' || nativeEvent.isComposing) return false
  return ctrlKey || metaKey || (!shiftKey && !window.matchMedia('(pointer: coarse)').matches)
}
