import { Image, UnstyledButton } from '@mantine/core'
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
  const name = t('thread.photoBy', { name: by })
  return (
    <>
      <UnstyledButton aria-label={t('thread.openPhoto', { name: by })} onClick={() => setOpen(true)}>
        <Image
          src={photo.thumb}
          alt=""
          className={classes.photo}
          style={{ aspectRatio: `${photo.width} / ${photo.height}` }}
        />
      </UnstyledButton>
      <Sheet opened={isOpen} onClose={() => setOpen(false)} title={name} size="xl" centered>
        <Image src={photo.url} alt={name} fit="contain" mah="var(--stagedoor-tall)" />
      </Sheet>
    </>
  )
}
