import { Chip, Group, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../shell/search-field.tsx'
import { showCategories } from '../shows/shows.ts'
import { type Filters, readFilters } from './filters.ts'

const route = getRouteApi('/shows')
/** More categories than this do not stand side by side. */
const mostChips = 8

/** Search and category, which are kept in the address. */
export function FilterBar({ filters }: { filters: Filters }) {
  const { t } = useTranslation('explore')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readFilters({ ...now, ...changed }), replace: true })
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

/** Nothing where there is nothing to choose between. */
function Categories({ chosen, choose }: Category) {
  const { t } = useTranslation('explore')
  const { data } = useQuery(showCategories)
  // One that an address names may have no shows any more.
  const offered = [...new Set([...(data?.items.map(({ name }) => name) ?? []), ...(chosen ? [chosen] : [])])]
  if (offered.length === 0 || (offered.length === 1 && !chosen)) return null
  if (offered.length > mostChips) {
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
