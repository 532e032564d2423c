import { Button, Group, Image, Progress, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationApi } from '../conversation-api.ts'
import { onUploadProgress, outgoingPhoto, sendMessageAnyway, withdrawMessage } from '../outbox/outbox.ts'
import type { PendingMessage } from '../outbox/pending-messages.ts'
import classes from './conversation.module.css'
import { LinkedText } from './linked-text.tsx'
import { BubbleFrame } from './message-bubble.tsx'

type Given = { side: ConversationApi; pending: PendingMessage; edit: (pending: PendingMessage) => void }

/** A submitted message that the server does not have yet. A refused one says why, and what can be done. */
export function PendingBubble({ side, pending, edit }: Given) {
  const { kind, text, key, refused } = pending
  return (
    <BubbleFrame
      isOwn
      kind={kind}
      isRefused={Boolean(refused)}
      after={refused ? <Refused side={side} pending={pending} edit={edit} /> : <OnItsWay pending={pending} />}
    >
      {kind === 'photo' ? <Coming id={key} /> : <LinkedText text={text} />}
    </BubbleFrame>
  )
}

function OnItsWay({ pending: { isLate } }: { pending: PendingMessage }) {
  const { t } = useTranslation('messages')
  return (
    <Text size="xs" c="dimmed">
      {t(isLate ? 'pending.waiting' : 'pending.sending')}
    </Text>
  )
}

function Coming({ id }: { id: string }) {
  const { t } = useTranslation('messages')
  const [share, setShare] = useState(0)
  const [src, setSrc] = useState('')
  useEffect(() => {
    const photo = outgoingPhoto(id)
    if (!photo) return
    onUploadProgress(id, setShare)
    const url = URL.createObjectURL(photo)
    setSrc(url)
    return () => URL.revokeObjectURL(url)
  }, [id])
  if (!src) return <Text size="sm">{t('thread.photo')}</Text>
  return (
    <>
      <Image src={src} alt={t('thread.photo')} className={classes.photo} />
      <Progress value={share * 100} size="xs" mt={4} aria-label={t('pending.progress')} />
    </>
  )
}

function Refused({ side, pending, edit }: Given) {
  const { t } = useTranslation('messages')
  const { key, kind, refused } = pending
  const isOvertaken = refused?.code === 'answered_meanwhile'
  const words = refused?.code === 'photo_gone' ? t('pending.photoGone') : refused?.message
  const takeUp = () => {
    edit(pending)
    withdrawMessage(side, key)
  }
  return (
    <>
      <Text size="xs" c="red" ta="end" role="alert">
        {words}
      </Text>
      <Group gap="xs" justify="flex-end">
        {isOvertaken && (
          <Button size="compact-sm" onClick={() => sendMessageAnyway(side, key)}>
            {t('pending.anyway')}
          </Button>
        )}
        {kind !== 'photo' && (
          <Button size="compact-sm" variant="default" onClick={takeUp}>
            {t(isOvertaken ? 'pending.keepWriting' : 'pending.edit')}
          </Button>
        )}
        {(!isOvertaken || kind === 'photo') && (
          <Button size="compact-sm" variant="default" onClick={() => withdrawMessage(side, key)}>
            {t('pending.drop')}
          </Button>
        )}
      </Group>
    </>
  )
}
