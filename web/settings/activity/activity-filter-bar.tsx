import { Button, Select, SimpleGrid } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { activityAreas } from '../../../src/access/vocabulary.ts'
import { useAccount } from '../../session/account-context.ts'
import { membersQuery } from '../../session/members-queries.ts'
import { type ActivityFilters, readActivityFilters } from './activity-filters.ts'

const route = getRouteApi('/dashboard/$account/settings/activity')

/** The filters. They are kept in the address. */
export function ActivityFilterBar({ filters }: { filters: ActivityFilters }) {
  const { t } = useTranslation(['activity', 'layout'])
  const navigate = route.useNavigate()
  const set = (changed: { [K in keyof ActivityFilters]: ActivityFilters[K] | null }) =>
    navigate({ search: readActivityFilters({ ...filters, ...changed }), replace: true })
  const dates = {
    clearable: true,
    clearButtonProps: { 'aria-label': t('layout:form.clearDay') },
    valueFormat: 'D MMM YYYY',
    placeholder: t('filters.anyDay'),
  }
  return (
    <SimpleGrid role="search" aria-label={t('filters.label')} cols={{ base: 2, sm: 4 }} spacing="sm">
      <PersonSelect value={filters.person ?? null} onChange={(person) => set({ person })} />
      <Select
        clearable
        label={t('filters.area')}
        placeholder={t('filters.anything')}
        data={activityAreas.map((area) => ({ value: area, label: t(`areas.${area}`) }))}
        value={filters.area ?? null}
        onChange={(area) => set({ area })}
      />
      <DatePickerInput
        {...dates}
        label={t('filters.from')}
        value={filters.from ?? null}
        {...(filters.to && { maxDate: filters.to })}
        onChange={(from) => set({ from })}
      />
      <DatePickerInput
        {...dates}
        label={t('filters.to')}
        value={filters.to ?? null}
        {...(filters.from && { minDate: filters.from })}
        onChange={(to) => set({ to })}
      />
      {Object.keys(filters).length > 0 && (
        <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
          {t('filters.clear')}
        </Button>
      )}
    </SimpleGrid>
  )
}

function PersonSelect({
  value,
  onChange,
}: {
  value: string | null
  onChange: (person: string | null) => void
}) {
  const { t } = useTranslation('activity')
  const { id } = useAccount()
  const { data } = useInfiniteQuery(membersQuery(id))
  const members = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Select
      clearable
      searchable
      label={t('filters.person')}
      placeholder={t('filters.anyone')}
      data={members.map(({ person, name }) => ({ value: person, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
