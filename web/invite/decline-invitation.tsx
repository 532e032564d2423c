import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { storedInvitation } from '../identity/stored-invitation.ts'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'

type Given = { inviter: string; token: string; opened: boolean; close: () => void; declined: () => void }

/** Asks for confirmation before declining, since the link stops working then. */
export function DeclineInvitation({ inviter, token, opened, close, declined }: Given) {
  const { t } = useTranslation('invite')
  const decline = useMutation({
    mutationFn: () => callApi('POST /invitations/decline', { input: { token } }),
    onSuccess: () => {
      storedInvitation.forget()
      declined()
    },
  })
  return (
    <ConfirmDestructiveDialog
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
