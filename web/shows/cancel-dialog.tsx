import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { Confirm } from '../shell/confirm.tsx'
import { tell } from '../shell/told.ts'
import type { Show } from './shows.ts'
import { WhichShows } from './which-shows.tsx'

export function CancelDialog({ show, close }: { show: Show; close: () => void }) {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [which, setWhich] = useState('one')
  const following = which === 'all'
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      call('POST /accounts/:account/shows/:show/cancellation', {
        params: { account, show: show.id },
        input: { ...(reason.trim() && { reason }), ...(following && { following }) },
      }),
    onSuccess: async () => {
      tell(t('cancel.done', { title: show.title }))
      close()
      await queries.invalidateQueries({ queryKey: [account, 'shows'] })
    },
  })
  return (
    <Confirm
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
        <WhichShows label={t('cancel.which')} following={show.following} value={which} onChange={setWhich} />
      )}
      <Textarea
        label={t('cancel.reason')}
        description={t('cancel.reasonHint')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </Confirm>
  )
}
