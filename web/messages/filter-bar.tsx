import { Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StateLinks } from '../orders/state-links.tsx'
import { useAccount } from '../shell/account.ts'
import { SearchField } from '../shell/search-field.tsx'
import { countText } from './count-text.ts'
import { readFilters, type View, views } from './filters.ts'
import { countsOf } from './queries.ts'

const route = getRouteApi('/dashboard/$account/messages')

/** Which conversations are listed. The one that is open stays open. */
export function FilterBar() {
  const { t } = useTranslation('messages')
  const filters = route.useSearch()
  const navigate = useNavigate()
  const set = (changed: object) =>
    navigate({ to: '.', search: (now) => readFilters({ ...now, ...changed }), replace: true })
  return (
    <Stack gap="xs" role="search">
      <Group>
        <SearchField
          label={t('search')}
          hint={t('searchHint')}
          asked={filters.search ?? ''}
          search={(search) => set({ search })}
        />
      </Group>
      <Views shown={filters.view ?? 'all'} show={(view) => set({ view })} />
    </Stack>
  )
}

function Views({ shown, show }: { shown: View; show: (view: View) => void }) {
  const { t } = useTranslation('messages')
  const { id } = useAccount()
  const { data } = useQuery(countsOf(id))
  const name = (view: View) => {
    const count = view === 'all' || view === 'closed' ? 0 : (data?.[view] ?? 0)
    return count > 0 && data ? `${t(`views.${view}`)} ${countText(count, data.most)}` : t(`views.${view}`)
  }
  return <StateLinks label={t('views.label')} states={views} shown={shown} name={name} show={show} />
}
