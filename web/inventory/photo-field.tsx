import { Input, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PhotoBoard } from './photo-board.tsx'
import { type Board, mostPhotos } from './photos.ts'

/** The photos of a product that is yet to be made, as a field of its form. */
export function PhotoField({ board }: { board: Board }) {
  const { t } = useTranslation('inventory')
  return (
    <Stack gap="sm">
      <div>
        <Input.Label component="div">{t('photos.title')}</Input.Label>
        <Text size="xs" c="dimmed">
          {t('photos.hint', { most: mostPhotos })}
        </Text>
      </div>
      <PhotoBoard board={board} />
    </Stack>
  )
}
