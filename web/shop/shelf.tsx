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
import { LinkButton } from '../shell/links.tsx'
import { More } from '../shell/more.tsx'
import { NoMatch } from '../shell/no-match.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Cards } from './cards.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Filters } from './filters.ts'
import classes from './shop.module.css'
import { type Card, type Shop, shelfOf } from './shops.ts'

const route = getRouteApi('/shops/$username')

type Given = { shop: Shop; filters: Filters; isOwn: boolean }

/** What is on sale, with what narrows it down; a shop with nothing has nothing to search. */
export function Shelf({ shop, filters, isOwn }: Given) {
  const query = useInfiniteQuery({
    ...shelfOf(shop.username, filters),
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.keys(filters).length > 0
  const isBare = query.data?.pages[0]?.items.length === 0
  if (isBare && !isFiltered) return <Empty shop={shop} isOwn={isOwn} />
  return (
    <>
      <FilterBar filters={filters} categories={shop.categories} />
      {isBare ? <Nothing /> : <Products shop={shop} query={query} />}
    </>
  )
}

type Pages = UseInfiniteQueryResult<InfiniteData<{ items: Card[] }>>

function Products({ shop, query }: { shop: Shop; query: Pages }) {
  if (query.isPending) return <ShelfSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  return (
    <div>
      <Cards shop={shop} cards={query.data.pages.flatMap(({ items }) => items)} />
      <More of={query} />
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
    <NoMatch
      title={t('nothing.title')}
      text={t('nothing.text')}
      clear={t('nothing.clear')}
      onClear={() => navigate({ search: {} })}
    />
  )
}

const places = [1, 2, 3, 4, 5, 6, 7, 8]

/** The shape of a shelf that is on its way. */
export function ShelfSkeleton() {
  const { t } = useTranslation('shell')
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }} spacing={{ base: 'sm', sm: 'lg' }} aria-busy>
      <VisuallyHidden role="status">{t('form.loading')}</VisuallyHidden>
      {places.map((place) => (
        <Skeleton key={place} h="auto" className={classes.square} />
      ))}
    </SimpleGrid>
  )
}
