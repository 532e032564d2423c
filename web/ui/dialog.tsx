import { Modal, type ModalProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useIsNarrow } from './use-breakpoint.ts'

/** A dialog, which fills the screen on narrow ones. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation('layout')
  const isNarrow = useIsNarrow()
  return <Modal fullScreen={isNarrow} closeButtonProps={{ 'aria-label': t('form.close') }} {...props} />
}
