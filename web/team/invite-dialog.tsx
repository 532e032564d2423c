import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { pendingInvitationsQuery } from './invitation-queries.ts'
import { InviteTab } from './invite-tab.tsx'
import { PendingInvitationsTab } from './pending-invitations-tab.tsx'

export type InviteDialogTab = 'invite' | 'pending'
type Given = { tab: InviteDialogTab | undefined; show: (tab: InviteDialogTab | undefined) => void }

export function InviteDialog({ tab, show }: Given) {
  const { t } = useTranslation('team')
  const { id } = useAccount()
  const { data } = useQuery(pendingInvitationsQuery(id))
  const waiting = data?.items.filter(({ status }) => status === 'pending').length
  return (
    <Dialog opened={tab !== undefined} onClose={() => show(undefined)} title={t('invite.title')} size="xl">
      <Tabs value={tab ?? null} onChange={(next) => show(next === 'pending' ? 'pending' : 'invite')}>
        <Tabs.List mb="md">
          <Tabs.Tab value="invite">{t('invite.tabs.invite')}</Tabs.Tab>
          <Tabs.Tab value="pending">
            {t('invite.tabs.pending')}
            {waiting ? ` (${waiting})` : ''}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="invite">
          <InviteTab seePending={() => show('pending')} />
        </Tabs.Panel>
        <Tabs.Panel value="pending">
          <PendingInvitationsTab />
        </Tabs.Panel>
      </Tabs>
    </Dialog>
  )
}
