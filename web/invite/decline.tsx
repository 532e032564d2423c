import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { pendingInvitation } from '../identity/pending-invitation.ts'
import { Confirm } from '../shell/confirm.tsx'

type Given = { inviter: string; token: string; opened: boolean; close: () => void; declined: () => void }

/** Asks once more before declining, since the link dies with it. */
export function Decline({ inviter, token, opened, close, declined }: Given) {
  const { t } = useTranslation('invite')
  const decline = useMutation({
    mutationFn: () => call('POST /invitations/decline', { input: { token } }),
    onSuccess: () => {
      pendingInvitation.forget()
      declined()
    },
  })
  return (
    <Confirm
      opened={opened}
      title={t('answer.declineTitle')}
      text={t('answer.declineBody', { inviter })}
      confirm={t('answer.declineSure')}
      back={t('answer.keep')}
      problem={decline.error}
      busy={decline.isPending}
      close={close}
      act={() => decline.mutate()}
    />
  )
}
