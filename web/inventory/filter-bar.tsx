import { Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { SearchField } from '../shell/search-field.tsx'
import { type Filters, readFilters, statuses } from './filters.ts'
import { categoriesOf } from './products.ts'

const route = getRouteApi('/dashboard/$account/inventory')

/** Search, status and category, which are kept in the address. */
export function FilterBar({ filters }: { filters: Filters }) {
  const { t } = useTranslation('inventory')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readFilters({ ...now, ...changed }), replace: true })
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
          ...statuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
        ]}
        value={filters.status ?? 'all'}
        onChange={(status) => set({ status })}
      />
      <CategorySelect chosen={filters.category} choose={(category) => set({ category })} />
    </Group>
  )
}

type Category = { chosen: string | undefined; choose: (category: string) => void }

/** Nothing where there is nothing to choose between. */
function CategorySelect({ chosen, choose }: Category) {
  const { t } = useTranslation('inventory')
  const { data } = useQuery(categoriesOf(useAccount().id))
  const names = data?.items.map(({ name }) => name) ?? []
  // One that an address names may be in use no more.
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
