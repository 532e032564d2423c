import { Button, Checkbox, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, callApi } from '../data/api.ts'
import { accountKey } from '../data/query-keys.ts'
import { formatDateTime } from '../i18n/formats.ts'
import { useAccount } from '../session/account-context.ts'
import type { Member } from '../session/members-queries.ts'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { invitationsSentByQuery } from './invitation-queries.ts'

type Given = { member: Member; close: () => void }

/** Asks for confirmation before a member is removed, and shows a receipt afterwards. */
export function RemoveMemberDialog({ member, close }: Given) {
  const { t } = useTranslation(['team', 'common'])
  const account = useAccount()
  const queries = useQueryClient()
  const [cancelled, setCancelled] = useState<string[]>([])
  const remove = useMutation({
    mutationFn: () =>
      callApi('DELETE /accounts/:account/members/:member', {
        params: { account: account.id, member: member.id },
        input: { cancelInvitations: cancelled },
      }),
  })
  const finish = () => {
    close()
    void queries.invalidateQueries({ queryKey: accountKey(account.id) })
  }
  if (remove.data) return <Receipt receipt={remove.data} close={finish} />
  const words = { name: member.name, role: t(`common:roles.${member.role}`), account: account.name }
  return (
    <ConfirmDestructiveDialog
      opened
      title={t('remove.title', words)}
      text={t('remove.text', words)}
      confirm={t('remove.confirm')}
      problem={remove.error}
      busy={remove.isPending}
      close={close}
      act={() => remove.mutate()}
    >
      <TheirInvitations person={member.person} chosen={cancelled} choose={setCancelled} />
    </ConfirmDestructiveDialog>
  )
}

type Choice = { person: string; chosen: string[]; choose: (ids: string[]) => void }

function TheirInvitations({ person, chosen, choose }: Choice) {
  const { t } = useTranslation(['team', 'common'])
  const { id } = useAccount()
  const { data, error, refetch } = useQuery(invitationsSentByQuery(id, person))
  if (error) return <ProblemAlert problem={error} retry={refetch} />
  if (!data) return <Skeleton h="var(--stagedoor-row)" />
  if (data.items.length === 0) return null
  return (
    <Checkbox.Group
      label={t('remove.pending')}
      description={t('remove.pendingHint')}
      value={chosen}
      onChange={choose}
    >
      <Stack gap="xs" pt="xs">
        {data.items.map(({ id: invitation, email, role }) => (
          <Checkbox key={invitation} value={invitation} label={`${email} · ${t(`common:roles.${role}`)}`} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

type Removed = Answer<'DELETE /accounts/:account/members/:member'>

function Receipt({ receipt, close }: { receipt: Removed; close: () => void }) {
  const { t } = useTranslation(['team', 'layout'])
  const { name: account } = useAccount()
  const text = t('remove.receipt.text', { account, time: formatDateTime(receipt.removedAt) })
  return (
    <Dialog opened onClose={close} title={t('remove.receipt.title', { name: receipt.name })} centered>
      <Stack>
        <Group wrap="nowrap" align="flex-start" role="status">
          <IconCircleCheck aria-hidden className="stagedoor-done" />
          <Stack gap="xs">
            <Text size="sm">{text}</Text>
            {receipt.cancelled > 0 && (
              <Text size="sm">{t('remove.receipt.cancelled', { count: receipt.cancelled })}</Text>
            )}
          </Stack>
        </Group>
        <Group justify="flex-end">
          <Button onClick={close} data-autofocus>
            {t('layout:form.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
