import { EmptyState } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { LinkButton } from '../ui/links.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { NoMatches } from '../ui/no-matches.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { ProductCardGrid } from './product-card-grid.tsx'
import { ShopFilterBar } from './shop-filter-bar.tsx'
import type { ShopFilters } from './shop-filters.ts'
import { type Shop, shopProductsQuery } from './shop-queries.ts'

const route = getRouteApi('/shops/$username')

type Given = { shop: Shop; filters: ShopFilters; isOwn: boolean }

/** The shop's products and the filters for them. */
export const ShopProducts = (given: Given) => (
  <QueryBoundary>
    <Products {...given} />
  </QueryBoundary>
)

/** A shop without products has no filters. */
function Products({ shop, filters, isOwn }: Given) {
  const shownFilters = useDeferredValue(filters)
  const { items, pages } = useItems(shopProductsQuery(shop.username, shownFilters))
  const isBare = items.length === 0
  if (isBare && Object.keys(shownFilters).length === 0) return <Empty shop={shop} isOwn={isOwn} />
  return (
    <>
      <ShopFilterBar filters={filters} categories={shop.categories} />
      {isBare ? (
        <Nothing />
      ) : (
        <div>
          <ProductCardGrid shop={shop} cards={items} />
          <LoadMore of={pages} />
        </div>
      )}
    </>
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
