import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { memberKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import type { Member } from '../session/members-queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { endOfLastDay, lastDayOf } from './last-day.ts'
import { LastDayInput } from './last-day-input.tsx'

export function AccessEndDialog({ member, close }: { member: Member; close: () => void }) {
  const { t } = useTranslation(['team', 'layout'])
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [day, setDay] = useState(member.endsAt ? lastDayOf(member.endsAt) : null)
  const save = useMutation({
    mutationFn: () =>
      callApi('PATCH /accounts/:account/members/:member', {
        params: { account, member: member.id },
        input: { endsAt: day ? endOfLastDay(day) : null },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: memberKeys.list(account) })
      showToast(t('end.saved', { name: member.name }))
      close()
    },
  })
  return (
    <Dialog opened onClose={close} title={t('end.title', { name: member.name })} centered>
      <Stack>
        <LastDayInput label={t('end.field')} description={t('end.hint')} value={day} onChange={setDay} />
        <ProblemAlert problem={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('layout:form.cancel')}
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('layout:form.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
