import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { meKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import { showToast } from '../ui/toasts.ts'

export function LeaveTeamDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('team')
  const { id, name } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = useMutation({
    mutationFn: () => callApi('POST /accounts/:account/leave', { params: { account: id } }),
    onSuccess: async () => {
      showToast(t('leave.done', { account: name }))
      await queries.invalidateQueries({ queryKey: meKeys.one() })
      await navigate({ to: '/dashboard' })
    },
  })
  return (
    <ConfirmDestructiveDialog
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
