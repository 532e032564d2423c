import { Group, Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showLists } from '../../src/shows/vocabulary.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkArea } from '../ui/links.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { readShowFilters, type ShowFilters, type ShowList } from './show-filters.ts'

const route = getRouteApi('/dashboard/$account/shows')

/** A choice between upcoming, live and past shows, and a search. */
export function ShowFilterBar({ filters }: { filters: ShowFilters }) {
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
          search={(search) =>
            navigate({ search: (now) => readShowFilters({ ...now, search }), replace: true })
          }
        />
      </Group>
    </Stack>
  )
}

function Lists({ filters }: { filters: ShowFilters }) {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  const searchFor = (list: ShowList) => readShowFilters({ ...filters, status: list })
  return (
    <Group component="nav" aria-label={t('lists')} gap={0} wrap="nowrap" className="stagedoor-tabs">
      {showLists.map((list) => (
        <LinkArea
          key={list}
          to="/dashboard/$account/shows"
          params={{ account: id }}
          search={searchFor(list)}
          aria-current={(filters.status ?? 'upcoming') === list ? 'page' : undefined}
          activeProps={{}}
        >
          {t(`list.${list}`)}
        </LinkArea>
      ))}
    </Group>
  )
}
