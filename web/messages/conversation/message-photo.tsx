import { Image, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import type { ConversationEntry } from '../conversation-api.ts'
import classes from './conversation.module.css'

type Given = { photo: NonNullable<ConversationEntry['photo']>; by: string }

/** A photo in the conversation: small, and large on request. */
export function MessagePhoto({ photo, by }: Given) {
  const { t } = useTranslation('messages')
  const [isOpen, setOpen] = useState(false)
  const { isGone, ask } = useGone(photo.thumb)
  const name = t('thread.photoBy', { name: by })
  if (isGone)
    return (
      <Text size="sm" px="xs" py={4}>
        {t('thread.photoDeleted')}
      </Text>
    )
  return (
    <>
      <UnstyledButton aria-label={t('thread.openPhoto', { name: by })} onClick={() => setOpen(true)}>
        <Image
          src={photo.thumb}
          alt=""
          className={classes.photo}
          style={{ aspectRatio: `${photo.width} / ${photo.height}` }}
          onError={ask}
        />
      </UnstyledButton>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={name} size="xl" centered>
        <Image src={photo.url} alt={name} fit="contain" mah="var(--stagedoor-tall)" onError={ask} />
      </Dialog>
    </>
  )
}

/** Whether the photo no longer exists. A photo that only fails to load still exists. */
function useGone(url: string) {
  const [isGone, setGone] = useState(false)
  const ask = () =>
    void fetch(url).then(
      ({ status }) => setGone(status === 404),
      () => undefined,
    )
  return { isGone, ask }
}
