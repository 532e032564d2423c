import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GivenRole } from '../../src/permissions.ts'
import { callApi } from '../data/api.ts'
import { meKeys, memberKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import type { Member } from '../session/members-queries.ts'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import { useProblemToast } from '../ui/toasts.ts'
import { assignableRoles, formatPermissions, roleDifference } from './role-difference.ts'
import { RoleSelect } from './role-select.tsx'

/** A member's role: a select if it can be changed, else its name. */
export function MemberRole({ member }: { member: Member }) {
  const { t } = useTranslation(['team', 'common'])
  const { role: actor } = useAccount()
  const [asked, setAsked] = useState<GivenRole>()
  const change = useRoleChange(member)
  const roles = assignableRoles(actor, member.role)
  if (member.role === 'owner' || roles.length === 0)
    return <Text size="sm">{t(`common:roles.${member.role}`)}</Text>
  return (
    <>
      <RoleSelect
        size="sm"
        w="var(--stagedoor-choice)"
        aria-label={t('role.label', { name: member.name })}
        value={change.isPending ? change.variables : member.role}
        present={member.role}
        roles={roles}
        disabled={change.isPending}
        onChange={(role) => (member.you ? setAsked(role) : change.mutate(role))}
      />
      {asked && <OwnRole member={member} next={asked} close={() => setAsked(undefined)} />}
    </>
  )
}

function useRoleChange(member: Member) {
  const { t } = useTranslation(['team', 'common'])
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const tellProblem = useProblemToast()
  return useMutation({
    mutationFn: (role: GivenRole) =>
      callApi('PATCH /accounts/:account/members/:member', {
        params: { account, member: member.id },
        input: { role },
      }),
    onSuccess: (_, role) => {
      const title = t('role.changed', { name: member.name, role: t(`common:roles.${role}`) })
      notifications.show({ title, message: t('role.changedMore') })
      return queries.invalidateQueries({ queryKey: member.you ? meKeys.one() : memberKeys.list(account) })
    },
    onError: tellProblem,
  })
}

/** Asks for confirmation when members reduce their own role, since they cannot undo that. */
function OwnRole({ member, next, close }: { member: Member; next: GivenRole; close: () => void }) {
  const { t } = useTranslation(['team', 'common'])
  const change = useRoleChange(member)
  const role = t(`common:roles.${next}`)
  return (
    <ConfirmDestructiveDialog
      opened
      title={t('role.own.title', { role })}
      text={t('role.own.text', { list: formatPermissions(roleDifference(member.role, next).loses) })}
      confirm={t('role.own.confirm', { role })}
      problem={null}
      busy={change.isPending}
      close={close}
      act={() => change.mutate(next, { onSettled: close })}
    />
  )
}
