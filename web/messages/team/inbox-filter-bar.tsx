import { Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { inboxViews } from '../../../src/messages/vocabulary.ts'
import { useAccount } from '../../session/account-context.ts'
import { FilterButtons } from '../../ui/filter-buttons.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { formatCappedCount } from './capped-count.ts'
import { type InboxView, readInboxFilters } from './inbox-filters.ts'
import { inboxCountsQuery } from './inbox-queries.ts'

const route = getRouteApi('/dashboard/$account/messages')

/** The filters of the list. The open conversation stays open. */
export function InboxFilterBar() {
  const { t } = useTranslation('messages')
  const filters = route.useSearch()
  const navigate = useNavigate()
  const set = (changed: object) =>
    navigate({ to: '.', search: (now) => readInboxFilters({ ...now, ...changed }), replace: true })
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

function Views({ shown, show }: { shown: InboxView; show: (view: InboxView) => void }) {
  const { t } = useTranslation('messages')
  const { id } = useAccount()
  const { data } = useQuery(inboxCountsQuery(id))
  const name = (view: InboxView) => {
    const count = view === 'all' || view === 'closed' ? 0 : (data?.[view] ?? 0)
    return count > 0 && data
      ? `${t(`views.${view}`)} ${formatCappedCount(count, data.most)}`
      : t(`views.${view}`)
  }
  return <FilterButtons label={t('views.label')} choices={inboxViews} shown={shown} name={name} show={show} />
}
