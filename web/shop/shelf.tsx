import { Button, EmptyState, SimpleGrid, Skeleton, VisuallyHidden } from '@mantine/core'
import { IconBuildingStore, IconPlus, IconSearchOff } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../shell/links.tsx'
import { More } from '../shell/more.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Cards } from './cards.tsx'
import type { Filters } from './filters.ts'
import classes from './shop.module.css'
import { type Shop, shelfOf } from './shops.ts'

const route = getRouteApi('/shops/$username')

export function Shelf({ shop, filters, isOwn }: { shop: Shop; filters: Filters; isOwn: boolean }) {
  const query = useInfiniteQuery({
    ...shelfOf(shop.username, filters),
    placeholderData: keepPreviousData,
  })
  if (query.isPending) return <ShelfSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const cards = query.data.pages.flatMap(({ items }) => items)
  if (cards.length === 0) {
    return Object.keys(filters).length > 0 ? <NoMatch /> : <Empty shop={shop} isOwn={isOwn} />
  }
  return (
    <div>
      <Cards shop={shop} cards={cards} />
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

function NoMatch() {
  const { t } = useTranslation('shop')
  const navigate = route.useNavigate()
  return (
    <EmptyState
      py="xl"
      icon={<IconSearchOff aria-hidden />}
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
