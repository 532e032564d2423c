import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GivenRole } from '../../src/permissions.ts'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { Confirm } from '../shell/confirm.tsx'
import type { Member } from '../shell/roster.ts'
import { useTellProblem } from '../shell/told.ts'
import { choices, difference, names } from './role-change.ts'
import { RoleSelect } from './role-select.tsx'

/** A member's role: a choice where it can be changed, else its name. */
export function MemberRole({ member }: { member: Member }) {
  const { t } = useTranslation(['team', 'common'])
  const { role: actor } = useAccount()
  const [asked, setAsked] = useState<GivenRole>()
  const change = useRoleChange(member)
  const roles = choices(actor, member.role)
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
  const tellProblem = useTellProblem()
  return useMutation({
    mutationFn: (role: GivenRole) =>
      call('PATCH /accounts/:account/members/:member', {
        params: { account, member: member.id },
        input: { role },
      }),
    onSuccess: (_, role) => {
      const title = t('role.changed', { name: member.name, role: t(`common:roles.${role}`) })
      notifications.show({ title, message: t('role.changedMore') })
      return queries.invalidateQueries({ queryKey: member.you ? ['me'] : [account, 'members'] })
    },
    onError: tellProblem,
  })
}

/** Giving away one's own power asks first: one cannot take it back. */
function OwnRole({ member, next, close }: { member: Member; next: GivenRole; close: () => void }) {
  const { t } = useTranslation(['team', 'common'])
  const change = useRoleChange(member)
  const role = t(`common:roles.${next}`)
  return (
    <Confirm
      opened
      title={t('role.own.title', { role })}
      text={t('role.own.text', { list: names(difference(member.role, next).loses) })}
      confirm={t('role.own.confirm', { role })}
      problem={null}
      busy={change.isPending}
      close={close}
      act={() => change.mutate(next, { onSettled: close })}
    />
  )
}
