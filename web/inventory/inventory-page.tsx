import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { AddProductButton } from './add-product-button.tsx'
import { CsvMenu } from './csv-menu.tsx'
import { EmptyInventory, NoProductMatches } from './inventory-empty.tsx'
import { ProductBulkBar } from './product-bulk-bar.tsx'
import { ProductCards } from './product-cards.tsx'
import { ProductFilterBar } from './product-filter-bar.tsx'
import type { ProductFilters } from './product-filters.ts'
import { productsQuery } from './product-queries.ts'
import { ProductTable } from './product-table.tsx'
import { ProductTaskCard } from './product-task-card.tsx'
import { useProductSelection } from './use-product-selection.ts'

const route = getRouteApi('/dashboard/$account/inventory')

export function InventoryPage() {
  const { t } = useTranslation('inventory')
  const { name } = useAccount()
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('title')}
        lead={t('lead', { account: name })}
        actions={
          <>
            <CsvMenu filters={filters} />
            <AddProductButton />
          </>
        }
      />
      <ProductTaskCard work="imports" />
      <ProductTaskCard work="tasks" />
      <ProductFilterBar filters={filters} />
      <QueryBoundary>
        <Products filters={useDeferredValue(filters)} />
      </QueryBoundary>
    </Stack>
  )
}

function Products({ filters }: { filters: ProductFilters }) {
  const { id } = useAccount()
  const isNarrow = useIsNarrow('md')
  const { items: products, pages } = useItems(productsQuery(id, filters))
  const selection = useProductSelection(
    products.map((product) => product.id),
    filters,
  )
  if (products.length === 0)
    return Object.keys(filters).length > 0 ? <NoProductMatches /> : <EmptyInventory />
  const List = isNarrow ? ProductCards : ProductTable
  return (
    <div>
      <List products={products} selection={selection} />
      <LoadMore of={pages} />
      <ProductBulkBar selection={selection} filters={filters} hasMore={pages.hasNextPage} />
    </div>
  )
}
