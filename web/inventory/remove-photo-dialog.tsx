import { useTranslation } from 'react-i18next'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'

export function RemovePhotoDialog({ close, act }: { close: () => void; act: () => void }) {
  const { t } = useTranslation('inventory')
  return (
    <ConfirmDestructiveDialog
      opened
      title={t('photos.removeTitle')}
      text={t('photos.removeText')}
      confirm={t('photos.removeConfirm')}
      problem={null}
      busy={false}
      close={close}
      act={act}
    />
  )
}
