import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { client } from '../client.ts'
import { pendingInvitation } from '../identity/pending-invitation.ts'
import { me } from '../shell/session.ts'

/** Joins, then goes to the new account and says welcome there. Joining twice joins once. */
export function useAccept(token: string) {
  const { t } = useTranslation(['invite', 'common'])
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => call('POST /invitations/accept', { input: { token } }),
    onSuccess: async ({ account }) => {
      pendingInvitation.forget()
      await client.invalidateQueries(me)
      await navigate({ to: '/dashboard/$account', params: { account: account.id }, replace: true })
      notifications.show({
        title: t('invite:answer.welcome', { account: account.name }),
        message: t('invite:answer.welcomeBody', { role: t(`common:roles.${account.role}`) }),
      })
    },
    onError: () => client.invalidateQueries({ queryKey: ['invitation', token] }),
  })
}
