import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { GivenRole } from '../../src/permissions.ts'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { tell, useTellProblem } from '../shell/told.ts'
import type { Invitation } from './invitations.ts'
import { choices } from './role-change.ts'
import { RoleSelect } from './role-select.tsx'

/** The role somebody is invited to; it can change until they accept. */
export function PendingRole({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['team', 'common'])
  const { id: account, role: actor } = useAccount()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (role: GivenRole) =>
      call('PATCH /accounts/:account/invitations/:invitation', {
        params: { account, invitation: invitation.id },
        input: { role },
      }),
    onSuccess: (_, role) => {
      tell(t('pending.roleChanged', { email: invitation.email, role: t(`common:roles.${role}`) }))
      return queries.invalidateQueries({ queryKey: [account, 'invitations'] })
    },
    onError: useTellProblem(),
  })
  return (
    <RoleSelect
      w="var(--stagedoor-choice)"
      aria-label={t('invite.roleOf', { email: invitation.email })}
      value={change.isPending ? change.variables : invitation.role}
      roles={choices(actor, invitation.role)}
      disabled={invitation.status === 'expired' || change.isPending}
      onChange={(role) => change.mutate(role)}
    />
  )
}
