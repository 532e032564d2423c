import { Stack, Text, Title } from '@mantine/core'
import { getRouteApi, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ShopFrame } from '../shop/shop-frame.tsx'
import { useBuyerAccounts } from '../shop/use-buyer-accounts.ts'
import { ExploreFilterBar } from './explore-filter-bar.tsx'

const route = getRouteApi('/explore/shows')

/** What stands around the shows: the heading and the filters. */
export function ExploreFrame() {
  const { t } = useTranslation('explore')
  return (
    <ShopFrame title={t('title')} buyers={useBuyerAccounts(undefined)}>
      <Stack gap="xs">
        <Title order={1}>{t('title')}</Title>
        <Text c="dimmed">{t('lead')}</Text>
      </Stack>
      <ExploreFilterBar filters={route.useSearch()} />
      <Outlet />
    </ShopFrame>
  )
}
