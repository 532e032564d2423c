import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { Sheet } from '../shell/sheet.tsx'
import { pendingOf } from './invitations.ts'
import { InviteTab } from './invite-tab.tsx'
import { PendingTab } from './pending-tab.tsx'

export type Tab = 'invite' | 'pending'
type Given = { tab: Tab | undefined; show: (tab: Tab | undefined) => void }

export function InviteDialog({ tab, show }: Given) {
  const { t } = useTranslation('team')
  const { id } = useAccount()
  const { data } = useQuery(pendingOf(id))
  const waiting = data?.items.filter(({ status }) => status === 'pending').length
  return (
    <Sheet opened={tab !== undefined} onClose={() => show(undefined)} title={t('invite.title')} size="xl">
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
          <PendingTab />
        </Tabs.Panel>
      </Tabs>
    </Sheet>
  )
}
