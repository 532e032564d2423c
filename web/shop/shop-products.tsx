import { EmptyState, SimpleGrid, Skeleton, VisuallyHidden } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../ui/links.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { NoMatches } from '../ui/no-matches.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { ProductCardGrid } from './product-card-grid.tsx'
import classes from './shop.module.css'
import { ShopFilterBar } from './shop-filter-bar.tsx'
import type { ShopFilters } from './shop-filters.ts'
import { type Shop, type ShopProductSummary, shopProductsQuery } from './shop-queries.ts'

const route = getRouteApi('/shops/$username')

type Given = { shop: Shop; filters: ShopFilters; isOwn: boolean }

/** The shop's products and the filters for them. A shop without products has no filters. */
export function ShopProducts({ shop, filters, isOwn }: Given) {
  const query = useInfiniteQuery({
    ...shopProductsQuery(shop.username, filters),
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.keys(filters).length > 0
  const isBare = query.data?.pages[0]?.items.length === 0
  if (isBare && !isFiltered) return <Empty shop={shop} isOwn={isOwn} />
  return (
    <>
      <ShopFilterBar filters={filters} categories={shop.categories} />
      {isBare ? <Nothing /> : <Products shop={shop} query={query} />}
    </>
  )
}

type Pages = UseInfiniteQueryResult<InfiniteData<{ items: ShopProductSummary[] }>>

function Products({ shop, query }: { shop: Shop; query: Pages }) {
  if (query.isPending) return <ShopProductsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  return (
    <div>
      <ProductCardGrid shop={shop} cards={query.data.pages.flatMap(({ items }) => items)} />
      <LoadMore of={query} />
    </div>
  )
}

function Empty({ shop, isOwn }: { shop: Shop; isOwn: boolean }) {
  const { t } = useTranslation('shop')
  return (
    <EmptyState
      py="xl"
      icon={<IconBuildingStore aria-hidden />}
      title={t('empty.title')}
      description={isOwn ? t('empty.own') : t('empty.text', { shop: shop.name })}
    >
      {isOwn && (
        <EmptyState.Actions>
          <LinkButton
            to="/dashboard/$account/inventory/new"
            params={{ account: shop.id }}
            leftSection={<IconPlus size="1.125rem" aria-hidden />}
          >
            {t('empty.add')}
          </LinkButton>
        </EmptyState.Actions>
      )}
    </EmptyState>
  )
}

function Nothing() {
  const { t } = useTranslation('shop')
  const navigate = route.useNavigate()
  return (
    <NoMatches
      title={t('nothing.title')}
      text={t('nothing.text')}
      clear={t('nothing.clear')}
      onClear={() => navigate({ search: {} })}
    />
  )
}

const places = [1, 2, 3, 4, 5, 6, 7, 8]

/** The placeholder for products that are loading. */
export function ShopProductsSkeleton() {
  const { t } = useTranslation('layout')
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }} spacing={{ base: 'sm', sm: 'lg' }} aria-busy>
      <VisuallyHidden role="status">{t('form.loading')}</VisuallyHidden>
      {places.map((place) => (
        <Skeleton key={place} h="auto" className={classes.square} />
      ))}
    </SimpleGrid>
  )
}
