import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { GivenRole } from '../../src/permissions.ts'
import { callApi } from '../data/api.ts'
import { invitationKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { showToast, useProblemToast } from '../ui/toasts.ts'
import type { Invitation } from './invitation-queries.ts'
import { assignableRoles } from './role-difference.ts'
import { RoleSelect } from './role-select.tsx'

/** The role of an invitation, which can be changed until it is accepted. */
export function InvitationRole({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['team', 'common'])
  const { id: account, role: actor } = useAccount()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (role: GivenRole) =>
      callApi('PATCH /accounts/:account/invitations/:invitation', {
        params: { account, invitation: invitation.id },
        input: { role },
      }),
    onSuccess: (_, role) => {
      showToast(t('pending.roleChanged', { email: invitation.email, role: t(`common:roles.${role}`) }))
      return queries.invalidateQueries({ queryKey: invitationKeys.list(account) })
    },
    onError: useProblemToast(),
  })
  return (
    <RoleSelect
      w="var(--stagedoor-choice)"
      aria-label={t('invite.roleOf', { email: invitation.email })}
      value={change.isPending ? change.variables : invitation.role}
      roles={assignableRoles(actor, invitation.role)}
      disabled={invitation.status === 'expired' || change.isPending}
      onChange={(role) => change.mutate(role)}
    />
  )
}
