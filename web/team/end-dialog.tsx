import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import type { Member } from '../shell/roster.ts'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import { dayOf, endOf } from './last-day.ts'
import { LastDayInput } from './last-day-input.tsx'

export function EndDialog({ member, close }: { member: Member; close: () => void }) {
  const { t } = useTranslation(['team', 'shell'])
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [day, setDay] = useState(member.endsAt ? dayOf(member.endsAt) : null)
  const save = useMutation({
    mutationFn: () =>
      call('PATCH /accounts/:account/members/:member', {
        params: { account, member: member.id },
        input: { endsAt: day ? endOf(day) : null },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [account, 'members'] })
      tell(t('end.saved', { name: member.name }))
      close()
    },
  })
  return (
    <Sheet opened onClose={close} title={t('end.title', { name: member.name })} centered>
      <Stack>
        <LastDayInput label={t('end.field')} description={t('end.hint')} value={day} onChange={setDay} />
        <ProblemAlert problem={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('shell:form.cancel')}
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('shell:form.save')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  )
}
