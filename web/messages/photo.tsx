import { Image, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../shell/sheet.tsx'
import classes from './messages.module.css'
import type { Entry } from './side.ts'

type Given = { photo: NonNullable<Entry['photo']>; by: string }

/** A photo as it was sent: small in the thread, large when asked for. */
export function Photo({ photo, by }: Given) {
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
      <Sheet opened={isOpen} onClose={() => setOpen(false)} title={name} size="xl" centered>
        <Image src={photo.url} alt={name} fit="contain" mah="var(--stagedoor-tall)" onError={ask} />
      </Sheet>
    </>
  )
}

/** Whether there is no such photo any more: one that only does not arrive is not gone. */
function useGone(url: string) {
  const [isGone, setGone] = useState(false)
  const ask = () =>
    void fetch(url).then(
      ({ status }) => setGone(status === 404),
      () => undefined,
    )
  return { isGone, ask }
}
