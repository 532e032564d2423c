import { Button, Checkbox, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, call } from '../api.ts'
import { dayAndTime } from '../formats.ts'
import { useAccount } from '../shell/account.ts'
import { Confirm } from '../shell/confirm.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import type { Member } from '../shell/roster.ts'
import { Sheet } from '../shell/sheet.tsx'
import { sentBy } from './invitations.ts'

type Given = { member: Member; close: () => void }

/** The sentence before, the receipt after. */
export function RemoveDialog({ member, close }: Given) {
  const { t } = useTranslation(['team', 'common'])
  const account = useAccount()
  const queries = useQueryClient()
  const [cancelled, setCancelled] = useState<string[]>([])
  const remove = useMutation({
    mutationFn: () =>
      call('DELETE /accounts/:account/members/:member', {
        params: { account: account.id, member: member.id },
        input: { cancelInvitations: cancelled },
      }),
  })
  const finish = () => {
    close()
    void queries.invalidateQueries({ queryKey: [account.id] })
  }
  if (remove.data) return <Receipt receipt={remove.data} close={finish} />
  const words = { name: member.name, role: t(`common:roles.${member.role}`), account: account.name }
  return (
    <Confirm
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
    </Confirm>
  )
}

type Choice = { person: string; chosen: string[]; choose: (ids: string[]) => void }

function TheirInvitations({ person, chosen, choose }: Choice) {
  const { t } = useTranslation(['team', 'common'])
  const { id } = useAccount()
  const { data, error, refetch } = useQuery(sentBy(id, person))
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
  const { t } = useTranslation(['team', 'shell'])
  const { name: account } = useAccount()
  const text = t('remove.receipt.text', { account, time: dayAndTime(receipt.removedAt) })
  return (
    <Sheet opened onClose={close} title={t('remove.receipt.title', { name: receipt.name })} centered>
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
            {t('shell:form.close')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  )
}
