import { Button, EmptyState, Stack } from '@mantine/core'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { More } from '../shell/more.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { membersOf } from '../shell/roster.ts'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { type Asked, MemberDialogs } from './dialogs.tsx'
import { pendingOf } from './invitations.ts'
import { InviteDialog, type Tab } from './invite-dialog.tsx'
import { MemberCards } from './member-cards.tsx'
import { MemberTable } from './member-table.tsx'

const route = getRouteApi('/dashboard/$account/settings/team')

export function TeamPage() {
  const { t } = useTranslation('team')
  const { name } = useAccount()
  const manages = useMay()('team.manage')
  const { invitations } = route.useSearch()
  const [tab, setTab] = useState<Tab | undefined>(invitations && 'pending')
  return (
    <Stack gap="lg">
      <PageHead
        title={t('title')}
        lead={
          <>
            {t('intro', { account: name })}{' '}
            <LinkAnchor to="/help/team-permissions" underline="always">
              {t('help')}
            </LinkAnchor>
          </>
        }
        actions={manages && <Managing open={setTab} />}
      />
      <Roster invite={() => setTab('invite')} />
      {manages && <InviteDialog tab={tab} show={setTab} />}
    </Stack>
  )
}

function Managing({ open }: { open: (tab: Tab) => void }) {
  const { t } = useTranslation('team')
  const { id } = useAccount()
  const { data } = useQuery(pendingOf(id))
  const waiting = data?.items.filter(({ status }) => status === 'pending').length ?? 0
  return (
    <>
      {data && data.items.length > 0 && (
        <Button variant="default" onClick={() => open('pending')}>
          {t('pending.count', { count: waiting })}
        </Button>
      )}
      <Button leftSection={<IconUserPlus size="1.125rem" aria-hidden />} onClick={() => open('invite')}>
        {t('invite.open')}
      </Button>
    </>
  )
}

function Roster({ invite }: { invite: () => void }) {
  const { id } = useAccount()
  const isNarrow = useNarrow('lg')
  const [asked, setAsked] = useState<Asked>()
  const query = useInfiniteQuery(membersOf(id))
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const members = query.data.pages.flatMap(({ items }) => items)
  const List = isNarrow ? MemberCards : MemberTable
  return (
    <div>
      <List members={members} ask={setAsked} />
      <More of={query} />
      {members.length === 1 && <Alone invite={invite} />}
      <MemberDialogs asked={asked} close={() => setAsked(undefined)} />
    </div>
  )
}

function Alone({ invite }: { invite: () => void }) {
  const { t } = useTranslation('team')
  const manages = useMay()('team.manage')
  return (
    <EmptyState
      py="xl"
      icon={<IconUsers aria-hidden />}
      title={t('alone.title')}
      description={t('alone.text')}
    >
      {manages && (
        <EmptyState.Actions>
          <Button variant="default" onClick={invite}>
            {t('invite.open')}
          </Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  )
}
