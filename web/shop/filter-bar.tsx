import { Chip, Group, Select, Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../shell/search-field.tsx'
import { conditions, type Filters, readFilters } from './filters.ts'

const route = getRouteApi('/shops/$username')
/** More categories than this do not stand side by side. */
const mostChips = 8

/** Search, condition and category, which are kept in the address. */
export function FilterBar({ filters, categories }: { filters: Filters; categories: string[] }) {
  const { t } = useTranslation('shop')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readFilters({ ...now, ...changed }), replace: true })
  const category = {
    chosen: filters.category ?? '',
    // One that an address names may have left the window.
    offered: [...new Set([...categories, ...(filters.category ? [filters.category] : [])])],
    choose: (category: string | null) => set({ category }),
  }
  const isShort = category.offered.length <= mostChips
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
            ...conditions.map((condition) => ({ value: condition, label: t(`conditions.${condition}`) })),
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

type Category = { chosen: string; offered: string[]; choose: (category: string | null) => void }

function CategoryChips({ chosen, offered, choose }: Category) {
  const { t } = useTranslation('shop')
  return (
    <Chip.Group value={chosen} onChange={(next) => choose(next as string)}>
      <Group gap="xs" role="radiogroup" aria-label={t('category')}>
        <Chip value="" variant="light">
          {t('allCategories')}
        </Chip>
        {offered.map((category) => (
          <Chip key={category} value={category} variant="light">
            {category}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}

function CategorySelect({ chosen, offered, choose }: Category) {
  const { t } = useTranslation('shop')
  return (
    <Select
      w="var(--stagedoor-menu)"
      searchable
      aria-label={t('category')}
      data={[{ value: '', label: t('allCategories') }, ...offered]}
      value={chosen}
      onChange={choose}
    />
  )
}
