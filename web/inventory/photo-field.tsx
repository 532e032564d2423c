import { Input, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { maxProductPhotos } from '../../src/inventory/vocabulary.ts'
import { PhotoBoard } from './photo-board.tsx'
import type { PhotoBoardState } from './use-product-photos.ts'

/** The photos of a new product, as a field of its form. */
export function PhotoField({ board }: { board: PhotoBoardState }) {
  const { t } = useTranslation('inventory')
  return (
    <Stack gap="sm">
      <div>
        <Input.Label component="div">{t('photos.title')}</Input.Label>
        <Text size="xs" c="dimmed">
          {t('photos.hint', { most: maxProductPhotos })}
        </Text>
      </div>
      <PhotoBoard board={board} />
    </Stack>
  )
}
