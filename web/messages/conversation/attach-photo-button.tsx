import { ActionIcon, FileButton, Tooltip } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { maxFileBytes, photoTypes } from '../../../src/platform/vocabulary.ts'
import { showErrorToast } from '../../ui/toasts.ts'

/** Passes on the chosen photos one by one. Files that the server would refuse are reported at once. */
export function usePhotoPicker(take: (photo: File) => void) {
  const { t } = useTranslation('inventory')
  return (files: File[]) => {
    if (files.some(({ type }) => !photoTypes.includes(type))) showErrorToast(t('photos.notOne'))
    else if (files.some(({ size }) => size > maxFileBytes)) showErrorToast(t('photos.tooLarge'))
    for (const file of files) if (photoTypes.includes(file.type) && file.size <= maxFileBytes) take(file)
  }
}

export function AttachPhotoButton({ take }: { take: (files: File[]) => void }) {
  const { t } = useTranslation('messages')
  const reset = useRef<() => void>(null)
  return (
    <FileButton
      multiple
      accept={photoTypes.join(',')}
      resetRef={reset}
      onChange={(files) => {
        take(files)
        reset.current?.()
      }}
      inputProps={{ 'aria-label': t('composer.photos') }}
    >
      {(props) => (
        <Tooltip label={t('composer.photos')}>
          <ActionIcon {...props} aria-label={t('composer.photos')}>
            <IconPhoto size="1.25rem" stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </FileButton>
  )
}
