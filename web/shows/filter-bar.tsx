import { Group, Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkArea } from '../shell/links.tsx'
import { SearchField } from '../shell/search-field.tsx'
import { type Filters, type List, lists, readFilters } from './filters.ts'

const route = getRouteApi('/dashboard/$account/shows')

/** Those to come, those on the air, those that are over; and what narrows them down. */
export function FilterBar({ filters }: { filters: Filters }) {
  const { t } = useTranslation('shows')
  const navigate = route.useNavigate()
  return (
    <Stack gap="md">
      <Lists filters={filters} />
      <Group role="search">
        <SearchField
          label={t('search')}
          hint={t('searchHint')}
          asked={filters.search ?? ''}
          search={(search) => navigate({ search: (now) => readFilters({ ...now, search }), replace: true })}
        />
      </Group>
    </Stack>
  )
}

function Lists({ filters }: { filters: Filters }) {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  const searchFor = (list: List) => readFilters({ ...filters, state: list })
  return (
    <Group component="nav" aria-label={t('lists')} gap={0} wrap="nowrap" className="stagedoor-tabs">
      {lists.map((list) => (
        <LinkArea
          key={list}
          to="/dashboard/$account/shows"
          params={{ account: id }}
          search={searchFor(list)}
          aria-current={(filters.state ?? 'upcoming') === list ? 'page' : undefined}
          activeProps={{}}
        >
          {t(`list.${list}`)}
        </LinkArea>
      ))}
    </Group>
  )
}
