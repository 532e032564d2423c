import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { queryClient } from '../data/query-client.ts'
import { invitationPreviewKey } from '../data/query-keys.ts'
import { storedInvitation } from '../identity/stored-invitation.ts'
import { meQuery } from '../session/me-queries.ts'

/** Accepts the invitation, then opens the account with a welcome message. Accepting twice has the effect of once. */
export function useAcceptInvitation(token: string) {
  const { t } = useTranslation(['invite', 'common'])
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => callApi('POST /invitations/accept', { input: { token } }),
    onSuccess: async ({ account }) => {
      storedInvitation.forget()
      await queryClient.invalidateQueries(meQuery)
      await navigate({ to: '/dashboard/$account', params: { account: account.id }, replace: true })
      notifications.show({
        title: t('invite:answer.welcome', { account: account.name }),
        message: t('invite:answer.welcomeBody', { role: t(`common:roles.${account.role}`) }),
      })
    },
    onError: () => queryClient.invalidateQueries({ queryKey: invitationPreviewKey(token) }),
  })
}
