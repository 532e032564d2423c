import { ActionIcon, FileButton, Tooltip } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { largestPhoto, photoTypes } from '../inventory/photos.ts'
import { tellRefusal } from '../shell/told.ts'

/** Takes photos one by one. What the server would refuse anyway is said at once. */
export function usePhotoTaking(take: (photo: File) => void) {
  const { t } = useTranslation('inventory')
  return (files: File[]) => {
    if (files.some(({ type }) => !photoTypes.includes(type))) tellRefusal(t('photos.notOne'))
    else if (files.some(({ size }) => size > largestPhoto)) tellRefusal(t('photos.tooLarge'))
    for (const file of files) if (photoTypes.includes(file.type) && file.size <= largestPhoto) take(file)
  }
}

export function PhotoButton({ take }: { take: (files: File[]) => void }) {
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
