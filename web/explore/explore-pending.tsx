import { AspectRatio, SimpleGrid, Skeleton, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ShopFrame } from '../shop/shop-frame.tsx'
import { useBuyerAccounts } from '../shop/use-buyer-accounts.ts'
import { showCardColumns } from './show-card-grid.tsx'

const places = [1, 2, 3, 4, 5, 6]

/** Shown instead of the list of shows if it takes longer than a moment: a grid, so that nothing jumps. */
export const ExplorePending = () => (
  <SimpleGrid cols={showCardColumns} spacing="lg" aria-busy>
    <Loading />
    {places.map((place) => (
      <PicturePending key={place} />
    ))}
  </SimpleGrid>
)

/** The same for one show. */
export const PublicShowPending = () => (
  <ShopFrame title="" buyers={useBuyerAccounts(undefined)}>
    <div aria-busy>
      <Loading />
      <PicturePending />
    </div>
  </ShopFrame>
)

const PicturePending = () => (
  <AspectRatio ratio={16 / 9}>
    <Skeleton />
  </AspectRatio>
)

function Loading() {
  const { t } = useTranslation('layout')
  return <VisuallyHidden role="status">{t('form.loading')}</VisuallyHidden>
}
