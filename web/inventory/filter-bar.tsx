import { Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Filters, readFilters, statuses } from './filters.ts'

const route = getRouteApi('/dashboard/$account/inventory')

/** Search and status, which are kept in the address. */
export function FilterBar({ filters }: { filters: Filters }) {
  const { t } = useTranslation('inventory')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: (now) => readFilters({ ...now, ...changed }), replace: true })
  return (
    <Group role="search" gap="sm" align="flex-end">
      <SearchField asked={filters.search ?? ''} search={(search) => set({ search })} />
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
    </Group>
  )
}

/** What is typed reaches the address a moment later; what the address says otherwise replaces it. */
function SearchField({ asked, search }: { asked: string; search: (text: string) => void }) {
  const { t } = useTranslation('inventory')
  const [text, setText] = useState(asked)
  const sent = useRef(asked)
  const later = useDebouncedCallback((typed: string) => {
    sent.current = typed
    search(typed)
  }, 250)
  useEffect(() => {
    if (asked !== sent.current) setText(asked)
    sent.current = asked
  }, [asked])
  return (
    <TextInput
      flex="1 1 var(--stagedoor-column)"
      maw="var(--stagedoor-search)"
      type="search"
      aria-label={t('search')}
      placeholder={t('searchHint')}
      leftSection={<IconSearch size="1rem" aria-hidden />}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        later(currentTarget.value.trim())
      }}
    />
  )
}
