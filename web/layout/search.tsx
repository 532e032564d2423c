import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconBox, IconFileText, IconSearch, IconTruckDelivery, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchResults } from './search-results.ts'

/** The search (Ctrl or Cmd K): the pages that the role may use, its products, its orders and the team's members. */
export function SearchDialog() {
  const { t } = useTranslation('layout')
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query, 150)
  const found = useSearchResults(asked)
  const isNothing = Object.values(found).every((items) => items.length === 0)
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      scrollable
      overlayProps={{ backgroundOpacity: 0.45 }}
      maxHeight="var(--stagedoor-tall)"
    >
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        leftSection={<IconSearch size="1.25rem" aria-hidden />}
      />
      <Spotlight.ActionsList>
        <Found
          label={t('search.pages')}
          icon={<IconFileText size="1.25rem" aria-hidden />}
          items={found.pages}
        />
        <Found
          label={t('search.products')}
          icon={<IconBox size="1.25rem" aria-hidden />}
          items={found.products}
        />
        <Found
          label={t('search.orders')}
          icon={<IconTruckDelivery size="1.25rem" aria-hidden />}
          items={found.orders}
        />
        <Found
          label={t('search.people')}
          icon={<IconUser size="1.25rem" aria-hidden />}
          items={found.people}
        />
        {isNothing && <Spotlight.Empty>{t('search.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

type Item = { id: string; label: string; description?: string; href: string }

function Found({ label, icon, items }: { label: string; icon: ReactNode; items: Item[] }) {
  const navigate = useNavigate()
  if (items.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {items.map((item) => (
        <Spotlight.Action
          key={item.id}
          label={item.label}
          {...(item.description && { description: item.description })}
          leftSection={icon}
          onClick={() => {
            spotlight.close()
            void navigate({ href: item.href })
          }}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}
