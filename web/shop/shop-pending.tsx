import { SimpleGrid, Skeleton, Stack, Title, VisuallyHidden } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './shop.module.css'
import { ShopFrame } from './shop-frame.tsx'
import { useBuyerAccounts } from './use-buyer-accounts.ts'

const places = [1, 2, 3, 4, 5, 6, 7, 8]

/** Shown instead of a shop that takes longer than a moment: its frame and a grid, so that nothing jumps. */
export function ShopPending() {
  const { t } = useTranslation('layout')
  const { username } = useParams({ from: '/shops/$username' })
  return (
    <ShopFrame title={`@${username}`} buyers={useBuyerAccounts(undefined)}>
      <Title order={1}>@{username}</Title>
      <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }} spacing={{ base: 'sm', sm: 'lg' }} aria-busy>
        <VisuallyHidden role="status">{t('form.loading')}</VisuallyHidden>
        {places.map((place) => (
          <Skeleton key={place} h="auto" className={classes.square} />
        ))}
      </SimpleGrid>
    </ShopFrame>
  )
}

/** The same for one product: its photo with the text beside it. */
export function ShopProductPending() {
  const { t } = useTranslation('layout')
  const { username } = useParams({ from: '/shops/$username/products/$product' })
  return (
    <ShopFrame title={`@${username}`} buyers={useBuyerAccounts(undefined)}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" aria-busy>
        <VisuallyHidden role="status">{t('form.loading')}</VisuallyHidden>
        <Skeleton h="auto" className={classes.square} />
        <Stack>
          <Title order={1}>@{username}</Title>
          <Skeleton h="xl" />
          <Skeleton h="xl" w="40%" />
        </Stack>
      </SimpleGrid>
    </ShopFrame>
  )
}
