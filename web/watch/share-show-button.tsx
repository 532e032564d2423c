import { ActionIcon, type ActionIconProps } from '@mantine/core'
import { IconShare } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/copy-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { showToast } from '../ui/toasts.ts'
import { useWatchContext } from './watch-context.ts'

/** Shares the show's address with the device's share dialog if there is one; else copies it. */
export function ShareShowButton(where: Pick<ActionIconProps, 'hiddenFrom' | 'visibleFrom'>) {
  const { t } = useTranslation('watch')
  const { show } = useWatchContext()
  const [isOpen, setOpen] = useState(false)
  const url = `${window.location.origin}/shows/${show.id}`
  const share = async () => {
    // A person who closes the device's dialog wants no other action instead.
    const { share: hand } = navigator as Partial<Navigator>
    if (hand) return hand.call(navigator, { title: show.title, url }).catch(() => undefined)
    await navigator.clipboard.writeText(url).then(
      () => showToast(t('shared')),
      () => setOpen(true),
    )
  }
  return (
    <>
      <ActionIcon {...where} aria-label={t('share')} onClick={share}>
        <IconShare size="1.25rem" aria-hidden />
      </ActionIcon>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={t('share')}>
        <CopyField label={t('address')} value={url} />
      </Dialog>
    </>
  )
}
