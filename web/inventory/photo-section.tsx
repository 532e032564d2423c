import { useTranslation } from 'react-i18next'
import { Section } from '../shell/section.tsx'
import { PhotoBoard } from './photo-board.tsx'
import { useKeptPhotos } from './photos.ts'
import type { Product } from './products.ts'

export function PhotoSection({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const board = useKeptPhotos(product)
  return (
    <Section title={t('photos.title')}>
      <PhotoBoard board={board} />
    </Section>
  )
}
