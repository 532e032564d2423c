import { Button, EmptyState } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import { More } from '../shell/more.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import type { Filters } from './filters.ts'
import classes from './inbox.module.css'
import { InboxRow } from './inbox-row.tsx'
import { inboxOf } from './queries.ts'

const route = getRouteApi('/dashboard/$account/messages')

/** The conversations of a view, the latest first. */
export function InboxList() {
  const { t } = useTranslation('messages')
  const { id } = useAccount()
  const filters = route.useSearch()
  const query = useInfiniteQuery({ ...inboxOf(id, filters), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const found = query.data.pages.flatMap(({ items }) => items)
  if (found.length === 0) return <Nothing filters={filters} />
  return (
    <div className={classes.rows}>
      <ul className="stagedoor-list" aria-label={t('list')}>
        {found.map((row) => (
          <InboxRow key={row.id} row={row} filters={filters} />
        ))}
      </ul>
      <More of={query} />
    </div>
  )
}

/** Why the list is empty, and the first step. */
function Nothing({ filters: { view = 'all', search } }: { filters: Filters }) {
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
