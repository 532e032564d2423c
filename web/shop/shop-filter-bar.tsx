import { Group, Select, Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { productConditions } from '../../src/inventory/vocabulary.ts'
import {
  CategoryChips,
  CategorySelect,
  maxCategoryChips,
  withChosenCategory,
} from '../ui/category-filter.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { readShopFilters, type ShopFilters } from './shop-filters.ts'

const route = getRouteApi('/shops/$username')

/** Search, condition and category. They are kept in the address. */
export function ShopFilterBar({ filters, categories }: { filters: ShopFilters; categories: string[] }) {
  const { t } = useTranslation('shop')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readShopFilters({ ...now, ...changed }), replace: true })
  const category = {
    label: t('category'),
    all: t('allCategories'),
    offered: withChosenCategory(categories, filters.category),
    chosen: filters.category ?? '',
    choose: (category: string | null) => set({ category }),
  }
  const isShort = category.offered.length <= maxCategoryChips
  return (
    <Stack role="search" gap="sm">
      <Group gap="sm">
        <SearchField
          label={t('search')}
          hint={t('searchHint')}
          asked={filters.search ?? ''}
          search={(search) => set({ search })}
        />
        <Select
          w="var(--stagedoor-column)"
          aria-label={t('condition')}
          data={[
            { value: 'any', label: t('anyCondition') },
            ...productConditions.map((condition) => ({
              value: condition,
              label: t(`conditions.${condition}`),
            })),
          ]}
          value={filters.condition ?? 'any'}
          onChange={(condition) => set({ condition })}
        />
        {!isShort && <CategorySelect {...category} />}
      </Group>
      {isShort && category.offered.length > 1 && <CategoryChips {...category} />}
    </Stack>
  )
}
