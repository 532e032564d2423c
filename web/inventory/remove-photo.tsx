import { useTranslation } from 'react-i18next'
import { Confirm } from '../shell/confirm.tsx'

export function RemovePhoto({ close, act }: { close: () => void; act: () => void }) {
  const { t } = useTranslation('inventory')
  return (
    <Confirm
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
