import { IconPhotoPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { maxFileBytes, photoTypes } from '../../src/platform/vocabulary.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { showErrorToast } from '../ui/toasts.ts'

/** Accepts photos that are dropped or chosen. Files that the server would refuse are reported at once. */
export function PhotoDrop({ add }: { add: (files: File[]) => void }) {
  const { t } = useTranslation('inventory')
  return (
    <FileDrop
      accept={photoTypes}
      maxSize={maxFileBytes}
      icon={IconPhotoPlus}
      text={t('photos.drop')}
      chooseText={t('photos.choose')}
      take={add}
      refuse={(isTooLarge) => showErrorToast(t(isTooLarge ? 'photos.tooLarge' : 'photos.notOne'))}
    />
  )
}
