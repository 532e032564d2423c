import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { invitationKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import { showToast, useProblemToast } from '../ui/toasts.ts'
import { CopiedInviteLink } from './copied-invite-link.tsx'
import type { Invitation } from './invitation-queries.ts'

export function InvitationActions({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('team')
  const [isCancelling, setCancelling] = useState(false)
  const { resend, link } = useActions(invitation)
  const isExpired = invitation.status === 'expired'
  return (
    <>
      <Group gap="xs" role="group" aria-label={t('pending.actions', { email: invitation.email })}>
        <Button
          size="compact-sm"
          variant="default"
          loading={resend.isPending}
          onClick={() => resend.mutate()}
        >
          {t(isExpired ? 'pending.renew' : 'pending.resend')}
        </Button>
        {!isExpired && (
          <Button size="compact-sm" variant="default" loading={link.isPending} onClick={() => link.mutate()}>
            {t('pending.copy')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setCancelling(true)}>
          {t('pending.cancel')}
        </Button>
      </Group>
      {link.data && <CopiedInviteLink email={invitation.email} url={link.data.url} />}
      {isCancelling && <Cancelling invitation={invitation} close={() => setCancelling(false)} />}
    </>
  )
}

function useActions({ id: invitation, email }: Invitation) {
  const { t } = useTranslation('team')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const onError = useProblemToast()
  const params = { account, invitation }
  const resend = useMutation({
    mutationFn: () => callApi('POST /accounts/:account/invitations/:invitation/resend', { params }),
    onSuccess: () => {
      showToast(t('pending.resent', { email }), t('pending.resentMore'))
      link.reset()
      return queries.invalidateQueries({ queryKey: invitationKeys.list(account) })
    },
    onError,
  })
  const link = useMutation({
    mutationFn: () => callApi('POST /accounts/:account/invitations/:invitation/link', { params }),
    onSuccess: ({ url }) => navigator.clipboard.writeText(url).catch(() => undefined),
    onError,
  })
  return { resend, link }
}

function Cancelling({ invitation, close }: { invitation: Invitation; close: () => void }) {
  const { t } = useTranslation('team')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const { id, email } = invitation
  const cancel = useMutation({
    mutationFn: () =>
      callApi('DELETE /accounts/:account/invitations/:invitation', { params: { account, invitation: id } }),
    onSuccess: () => {
      showToast(t('pending.cancelled', { email }))
      close()
      return queries.invalidateQueries({ queryKey: invitationKeys.list(account) })
    },
  })
  return (
    <ConfirmDestructiveDialog
      opened
      title={t('pending.cancelTitle', { email })}
      text={t('pending.cancelText')}
      confirm={t('pending.cancelConfirm')}
      back={t('pending.keep')}
      problem={cancel.error}
      busy={cancel.isPending}
      close={close}
      act={() => cancel.mutate()}
    />
  )
}
