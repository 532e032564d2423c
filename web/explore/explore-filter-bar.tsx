import { Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showCategoriesQuery } from '../shows/show-queries.ts'
import {
  CategoryChips,
  CategorySelect,
  maxCategoryChips,
  withChosenCategory,
} from '../ui/category-filter.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { type ExploreFilters, readExploreFilters } from './explore-filters.ts'

const route = getRouteApi('/explore/shows')

/** Search and category. Both are kept in the address. */
export function ExploreFilterBar({ filters }: { filters: ExploreFilters }) {
  const { t } = useTranslation('explore')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readExploreFilters({ ...now, ...changed }), replace: true })
  return (
    <Stack role="search" gap="sm">
      <Group gap="sm">
        <SearchField
          label={t('search')}
          hint={t('searchHint')}
          asked={filters.search ?? ''}
          search={(search) => set({ search })}
        />
      </Group>
      <Categories chosen={filters.category ?? ''} choose={(category) => set({ category })} />
    </Stack>
  )
}

type Category = { chosen: string; choose: (category: string | null) => void }

/** Shown only if there is more than one category. */
function Categories({ chosen, choose }: Category) {
  const { t } = useTranslation('explore')
  const { data } = useQuery(showCategoriesQuery)
  const offered = withChosenCategory(data?.items.map(({ name }) => name) ?? [], chosen)
  if (offered.length === 0 || (offered.length === 1 && !chosen)) return null
  const Filter = offered.length > maxCategoryChips ? CategorySelect : CategoryChips
  return (
    <Filter
      label={t('category')}
      all={t('allCategories')}
      offered={offered}
      chosen={chosen}
      choose={choose}
    />
  )
}
