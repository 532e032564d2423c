import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showLimits } from '../../src/shows/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { showKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import { showToast } from '../ui/toasts.ts'
import { SeriesChoice } from './series-choice.tsx'
import type { Show } from './show-queries.ts'

export function CancelShowDialog({ show, close }: { show: Show; close: () => void }) {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [which, setWhich] = useState('one')
  const following = which === 'all'
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/shows/:show/cancellation', {
        params: { account, show: show.id },
        input: { ...(reason.trim() && { reason }), ...(following && { following }) },
      }),
    onSuccess: async () => {
      showToast(t('cancel.done', { title: show.title }))
      close()
      await queries.invalidateQueries({ queryKey: showKeys.all(account) })
    },
  })
  return (
    <ConfirmDestructiveDialog
      opened
      title={t('cancel.title', { title: show.title })}
      text={t('cancel.text')}
      confirm={following ? t('cancel.confirmAll', { count: show.following + 1 }) : t('cancel.confirm')}
      back={t('cancel.back')}
      problem={error}
      busy={isPending}
      close={close}
      act={() => mutate()}
    >
      {show.following > 0 && (
        <SeriesChoice
          label={t('cancel.which')}
          following={show.following}
          value={which}
          onChange={setWhich}
        />
      )}
      <Textarea
        label={t('cancel.reason')}
        description={t('cancel.reasonHint')}
        autosize
        minRows={2}
        maxLength={showLimits.cancellationReason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmDestructiveDialog>
  )
}
