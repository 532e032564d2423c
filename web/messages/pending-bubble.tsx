import { Button, Group, Image, Progress, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BubbleFrame } from './bubble.tsx'
import { LinkedText } from './linked-text.tsx'
import classes from './messages.module.css'
import { onProgress, photoOf, sendAnyway, takeBack } from './outbox.ts'
import type { Pending } from './pending.ts'
import type { Side } from './side.ts'

type Given = { side: Side; pending: Pending; edit: (pending: Pending) => void }

/** What one has submitted and the other side has not yet; what was refused says why, and what can be done. */
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

function OnItsWay({ pending: { isLate } }: { pending: Pending }) {
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
    const photo = photoOf(id)
    if (!photo) return
    onProgress(id, setShare)
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
    takeBack(side, key)
  }
  return (
    <>
      <Text size="xs" c="red" ta="end" role="alert">
        {words}
      </Text>
      <Group gap="xs" justify="flex-end">
        {isOvertaken && (
          <Button size="compact-sm" onClick={() => sendAnyway(side, key)}>
            {t('pending.anyway')}
          </Button>
        )}
        {kind !== 'photo' && (
          <Button size="compact-sm" variant="default" onClick={takeUp}>
            {t(isOvertaken ? 'pending.keepWriting' : 'pending.edit')}
          </Button>
        )}
        {(!isOvertaken || kind === 'photo') && (
          <Button size="compact-sm" variant="default" onClick={() => takeBack(side, key)}>
            {t('pending.drop')}
          </Button>
        )}
      </Group>
    </>
  )
}
