import { ActionIcon, type ActionIconProps } from '@mantine/core'
import { IconShare } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../shell/copy-field.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import { useWatched } from './watched.ts'

/** Hands the show's address on: the device's own way where it has one, else it is copied. */
export function ShareButton(where: Pick<ActionIconProps, 'hiddenFrom' | 'visibleFrom'>) {
  const { t } = useTranslation('live')
  const { show } = useWatched()
  const [isOpen, setOpen] = useState(false)
  const url = `${window.location.origin}/shows/${show.id}`
  const share = async () => {
    // Whoever changes their mind in the device's dialog wants nothing else instead.
    const { share: hand } = navigator as Partial<Navigator>
    if (hand) return hand.call(navigator, { title: show.title, url }).catch(() => undefined)
    await navigator.clipboard.writeText(url).then(
      () => tell(t('shared')),
      () => setOpen(true),
    )
  }
  return (
    <>
      <ActionIcon {...where} aria-label={t('share')} onClick={share}>
        <IconShare size="1.25rem" aria-hidden />
      </ActionIcon>
      <Sheet opened={isOpen} onClose={() => setOpen(false)} title={t('share')}>
        <CopyField label={t('address')} value={url} />
      </Sheet>
    </>
  )
}
