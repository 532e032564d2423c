import { useTranslation } from 'react-i18next'
import { Section } from '../shell/section.tsx'
import { PhotoBoard } from './photo-board.tsx'
import { mostPhotos, useKeptPhotos } from './photos.ts'
import type { Product } from './products.ts'

export function PhotoSection({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const board = useKeptPhotos(product)
  return (
    <Section title={t('photos.title')} text={t('photos.hint', { most: mostPhotos })}>
      <PhotoBoard board={board} />
    </Section>
  )
}
