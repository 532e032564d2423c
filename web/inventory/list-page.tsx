import { Stack } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { More } from '../shell/more.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { AddButton } from './add-button.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { CsvMenu } from './csv-menu.tsx'
import { Empty, Nothing } from './empty.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Filters } from './filters.ts'
import { ProductCards } from './product-cards.tsx'
import { ProductTable } from './product-table.tsx'
import { productsOf } from './products.ts'
import { TaskCard } from './task-card.tsx'
import { useSelection } from './use-selection.ts'

const route = getRouteApi('/dashboard/$account/inventory')

export function InventoryPage() {
  const { t } = useTranslation('inventory')
  const { name } = useAccount()
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead
        title={t('title')}
        lead={t('lead', { account: name })}
        actions={
          <>
            <CsvMenu filters={filters} />
            <AddButton />
          </>
        }
      />
      <TaskCard work="imports" />
      <TaskCard work="tasks" />
      <FilterBar filters={filters} />
      <Products filters={filters} />
    </Stack>
  )
}

function Products({ filters }: { filters: Filters }) {
  const { id } = useAccount()
  const isNarrow = useNarrow('md')
  const query = useInfiniteQuery({ ...productsOf(id, filters), placeholderData: keepPreviousData })
  const products = query.data?.pages.flatMap(({ items }) => items) ?? []
  const selection = useSelection(
    products.map((product) => product.id),
    filters,
  )
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  if (products.length === 0) return Object.keys(filters).length > 0 ? <Nothing /> : <Empty />
  const List = isNarrow ? ProductCards : ProductTable
  return (
    <div>
      <List products={products} selection={selection} />
      <More of={query} />
      <BulkBar selection={selection} filters={filters} hasMore={query.hasNextPage} />
    </div>
  )
}
