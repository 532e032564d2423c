import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { Confirm } from '../shell/confirm.tsx'
import { tell } from '../shell/told.ts'

export function LeaveDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('team')
  const { id, name } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = useMutation({
    mutationFn: () => call('POST /accounts/:account/leave', { params: { account: id } }),
    onSuccess: async () => {
      tell(t('leave.done', { account: name }))
      await queries.invalidateQueries({ queryKey: ['me'] })
      await navigate({ to: '/dashboard' })
    },
  })
  return (
    <Confirm
      opened
      title={t('leave.title', { account: name })}
      text={t('leave.text')}
      confirm={t('leave.confirm')}
      problem={leave.error}
      busy={leave.isPending}
      close={close}
      act={() => leave.mutate()}
    />
  )
}
