import { Button, EmptyState } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../../data/use-items.ts'
import { useAccount } from '../../session/account-context.ts'
import { LinkButton } from '../../ui/links.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import classes from './inbox.module.css'
import type { InboxFilters } from './inbox-filters.ts'
import { inboxQuery } from './inbox-queries.ts'
import { InboxRow } from './inbox-row.tsx'

const route = getRouteApi('/dashboard/$account/messages')

/** The conversations of a view, the latest first. */
export function InboxList() {
  const { t } = useTranslation('messages')
  const { id } = useAccount()
  const filters = useDeferredValue(route.useSearch())
  const { items: found, pages } = useItems(inboxQuery(id, filters))
  if (found.length === 0) return <Nothing filters={filters} />
  return (
    <div className={classes.rows}>
      <ul className="stagedoor-list" aria-label={t('list')}>
        {found.map((row) => (
          <InboxRow key={row.id} row={row} filters={filters} />
        ))}
      </ul>
      <LoadMore of={pages} />
    </div>
  )
}

/** Why the list is empty, and what to do first. */
function Nothing({ filters: { view = 'all', search } }: { filters: InboxFilters }) {
  const { t } = useTranslation('messages')
  const { id, name } = useAccount()
  const navigate = useNavigate()
  const words = search ? 'nothing' : view
  return (
    <EmptyState
      py="lg"
      icon={<IconMessages aria-hidden />}
      title={t(`empty.${words}.title`)}
      description={t(`empty.${words}.text`, { account: name })}
    >
      <EmptyState.Actions>
        {words === 'all' ? (
          <LinkButton variant="default" to="/dashboard/$account/messages/saved" params={{ account: id }}>
            {t('empty.savedStep')}
          </LinkButton>
        ) : (
          <Button variant="default" onClick={() => navigate({ to: '.', search: {} })}>
            {t('empty.allStep')}
          </Button>
        )}
      </EmptyState.Actions>
    </EmptyState>
  )
}
