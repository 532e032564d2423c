import { Button, EmptyState, Stack } from '@mantine/core'
import { IconBox, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import { More } from '../shell/more.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Filters } from './filters.ts'
import { ProductCards } from './product-cards.tsx'
import { ProductTable } from './product-table.tsx'
import { productsOf } from './products.ts'

const route = getRouteApi('/dashboard/$account/inventory')

export function InventoryPage() {
  const { t } = useTranslation('inventory')
  const { name } = useAccount()
  const filters = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead title={t('title')} lead={t('lead', { account: name })} actions={<AddButton />} />
      <FilterBar filters={filters} />
      <Products filters={filters} />
    </Stack>
  )
}

function AddButton() {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  return (
    <LinkButton
      to="/dashboard/$account/inventory/new"
      params={{ account: id }}
      leftSection={<IconPlus size="1.125rem" aria-hidden />}
    >
      {t('add')}
    </LinkButton>
  )
}

function Products({ filters }: { filters: Filters }) {
  const { id } = useAccount()
  const isNarrow = useNarrow('md')
  const query = useInfiniteQuery({ ...productsOf(id, filters), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const products = query.data.pages.flatMap(({ items }) => items)
  if (products.length === 0) return Object.keys(filters).length > 0 ? <NoMatch /> : <Empty />
  const List = isNarrow ? ProductCards : ProductTable
  return (
    <div>
      <List products={products} />
      <More of={query} />
    </div>
  )
}

function Empty() {
  const { t } = useTranslation('inventory')
  return (
    <EmptyState py="xl" icon={<IconBox aria-hidden />} title={t('empty.title')} description={t('empty.text')}>
      <EmptyState.Actions>
        <AddButton />
      </EmptyState.Actions>
    </EmptyState>
  )
}

function NoMatch() {
  const { t } = useTranslation('inventory')
  const navigate = route.useNavigate()
  return (
    <EmptyState
      py="xl"
      icon={<IconBox aria-hidden />}
      title={t('nothing.title')}
      description={t('nothing.text')}
    >
      <EmptyState.Actions>
        <Button variant="default" onClick={() => navigate({ search: {} })}>
          {t('nothing.clear')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
