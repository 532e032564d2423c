import { ActionIcon, Badge, CloseButton, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { photoTypes } from '../inventory/photos.ts'
import type { Drafting } from './draft.ts'
import { longestText } from './longest.ts'
import classes from './messages.module.css'
import { submit } from './outbox.ts'
import { PhotoButton, usePhotoTaking } from './photo-button.tsx'
import type { Side } from './side.ts'
import { endOf } from './thread.ts'

/** From here on it is worth a word how many are left. */
const nearlyFull = 300

type Given = {
  side: Side
  drafting: Drafting
  label: string
  hint: string
  /** Why it cannot be sent as it stands: told when somebody would. */
  hindrance?: string | undefined
  /** Above the field, and among its buttons. */
  before?: ReactNode
  tools?: ReactNode
  /** Something is being typed. */
  typing?: () => void
}

/** Where one writes. What was typed stays until it is on its way, and from then on in the outbox. */
export function Composer({ side, drafting, label, hint, hindrance, before, tools, typing }: Given) {
  const { t } = useTranslation('messages')
  const { draft, set, clear } = drafting
  const { text, about, isNote, seen } = draft
  const [isAsked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const left = longestText - text.trim().length
  const isSendable = text.trim() !== '' && left >= 0
  const takePhotos = usePhotoTaking((photo) => {
    const upTo = text === '' ? undefined : seen
    submit(side, { kind: 'photo', text: '', seen: upTo ?? endOf(side).number }, photo)
  })
  const send = () => {
    if (!isSendable) return
    field.current?.focus()
    setAsked(Boolean(hindrance))
    if (hindrance) return
    const extra = isNote ? {} : { ...(about && { about }), ...(seen !== undefined && { seen }) }
    submit(side, { kind: isNote ? 'note' : 'text', text: text.trim(), ...extra })
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
      {about && !isNote && (
        <Group gap={4}>
          <Badge>{t('composer.about', { title: about.title })}</Badge>
          <CloseButton
            size="sm"
            aria-label={t('composer.notAbout')}
            onClick={() => set({ about: undefined })}
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
        {!isNote && <PhotoButton take={takePhotos} />}
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

/** Enter sends, and with Shift makes a new line; under a thumb it makes a new line, as it does while a word is composed. */
function sends({ key, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
  if (key !== 'Enter' || nativeEvent.isComposing) return false
  return ctrlKey || metaKey || (!shiftKey && !window.matchMedia('(pointer: coarse)').matches)
}
