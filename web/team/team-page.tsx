import { Button, EmptyState, Stack } from '@mantine/core'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount, useMay } from '../session/account-context.ts'
import { membersQuery } from '../session/members-queries.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { pendingInvitationsQuery } from './invitation-queries.ts'
import { InviteDialog, type InviteDialogTab } from './invite-dialog.tsx'
import { MemberCards } from './member-cards.tsx'
import { type MemberAction, MemberDialogs } from './member-dialogs.tsx'
import { MemberTable } from './member-table.tsx'

const route = getRouteApi('/dashboard/$account/settings/team')

export function TeamPage() {
  const { t } = useTranslation('team')
  const { name } = useAccount()
  const manages = useMay()('team.manage')
  const { invitations } = route.useSearch()
  const [tab, setTab] = useState<InviteDialogTab | undefined>(invitations && 'pending')
  return (
    <Stack gap="lg">
      <PageHeader
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
      <QueryBoundary>
        <MemberList invite={() => setTab('invite')} />
      </QueryBoundary>
      {manages && <InviteDialog tab={tab} show={setTab} />}
    </Stack>
  )
}

function Managing({ open }: { open: (tab: InviteDialogTab) => void }) {
  const { t } = useTranslation('team')
  const { id } = useAccount()
  const { data } = useQuery(pendingInvitationsQuery(id))
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

function MemberList({ invite }: { invite: () => void }) {
  const { id } = useAccount()
  const isNarrow = useIsNarrow('lg')
  const [asked, setAsked] = useState<MemberAction>()
  const { items: members, pages } = useItems(membersQuery(id))
  const List = isNarrow ? MemberCards : MemberTable
  return (
    <div>
      <List members={members} ask={setAsked} />
      <LoadMore of={pages} />
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
