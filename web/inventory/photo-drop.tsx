import '@mantine/dropzone/styles.css'
import { Button, Group, Stack, Text } from '@mantine/core'
import { Dropzone, type FileRejection } from '@mantine/dropzone'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { tellRefusal } from '../shell/told.ts'
import { largestPhoto, photoTypes } from './photos.ts'

/** Takes photos that are dropped or chosen. What the server would refuse anyway is said at once. */
export function PhotoDrop({ add }: { add: (files: File[]) => void }) {
  const { t } = useTranslation('inventory')
  const refuse = (refused: FileRejection[]) => {
    const isLarge = refused.some(({ errors }) => errors.some(({ code }) => code === 'file-too-large'))
    tellRefusal(t(isLarge ? 'photos.tooLarge' : 'photos.notOne'))
  }
  return (
    // The button within is what the keyboard reaches: its click is the zone's.
    <Dropzone
      accept={photoTypes}
      maxSize={largestPhoto}
      activateOnKeyboard={false}
      onDrop={add}
      onReject={refuse}
      inputProps={{ 'aria-label': t('photos.choose'), tabIndex: -1 }}
    >
      <Group justify="center" gap="md">
        <IconPhotoPlus stroke={1.25} size="2rem" aria-hidden className="stagedoor-icon" />
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{t('photos.drop')}</Text>
          <Button variant="default" size="compact-sm">
            {t('photos.choose')}
          </Button>
        </Stack>
      </Group>
    </Dropzone>
  )
}
