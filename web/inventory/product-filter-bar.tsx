import { Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { productStatuses } from '../../src/inventory/vocabulary.ts'
import { useAccount } from '../session/account-context.ts'
import { SearchField } from '../ui/search-field.tsx'
import { type ProductFilters, readProductFilters } from './product-filters.ts'
import { productCategoriesQuery } from './product-queries.ts'

const route = getRouteApi('/dashboard/$account/inventory')

/** Search, status and category. They are kept in the address. */
export function ProductFilterBar({ filters }: { filters: ProductFilters }) {
  const { t } = useTranslation('inventory')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readProductFilters({ ...now, ...changed }), replace: true })
  return (
    <Group role="search" gap="sm" align="flex-end">
      <SearchField
        label={t('search')}
        hint={t('searchHint')}
        asked={filters.search ?? ''}
        search={(search) => set({ search })}
      />
      <Select
        w="var(--stagedoor-choice)"
        aria-label={t('statusLabel')}
        data={[
          { value: 'all', label: t('status.all') },
          ...productStatuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
        ]}
        value={filters.status ?? 'all'}
        onChange={(status) => set({ status })}
      />
      <CategorySelect chosen={filters.category} choose={(category) => set({ category })} />
    </Group>
  )
}

type Category = { chosen: string | undefined; choose: (category: string) => void }

/** Shown only if there is a choice. */
function CategorySelect({ chosen, choose }: Category) {
  const { t } = useTranslation('inventory')
  const { data } = useQuery(productCategoriesQuery(useAccount().id))
  const names = data?.items.map(({ name }) => name) ?? []
  // The category in the address may no longer be in use. It is offered nevertheless.
  const offered = chosen && !names.includes(chosen) ? [chosen, ...names] : names
  if (offered.length === 0) return null
  return (
    <Select
      w="var(--stagedoor-column)"
      searchable={offered.length > 10}
      aria-label={t('categoryLabel')}
      nothingFoundMessage={t('noCategory')}
      data={[{ value: '', label: t('allCategories') }, ...offered]}
      value={chosen ?? ''}
      onChange={(category) => choose(category ?? '')}
    />
  )
}
