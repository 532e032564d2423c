import { Modal, type ModalProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNarrow } from './narrow.ts'

/** A dialog, which is the whole screen on a phone. */
export function Sheet(props: ModalProps) {
  const { t } = useTranslation('shell')
  const isNarrow = useNarrow()
  return <Modal fullScreen={isNarrow} closeButtonProps={{ 'aria-label': t('form.close') }} {...props} />
}
