import { useTranslation } from 'react-i18next'
import { maxProductPhotos } from '../../src/inventory/vocabulary.ts'
import { Section } from '../ui/section.tsx'
import { PhotoBoard } from './photo-board.tsx'
import type { Product } from './product-queries.ts'
import { useProductPhotos } from './use-product-photos.ts'

export function PhotoSection({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const board = useProductPhotos(product)
  return (
    <Section title={t('photos.title')} text={t('photos.hint', { most: maxProductPhotos })}>
      <PhotoBoard board={board} />
    </Section>
  )
}
