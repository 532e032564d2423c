import { CloseButton, Group, Text, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { GivenRole } from '../../src/permissions.ts'
import { formatRelativeTime } from '../i18n/formats.ts'
import { type InviteEntry, type InviteResult, isEmailAddress, isInviteSent } from './invite-entries.ts'
import { RoleSelect } from './role-select.tsx'

type Given = {
  row: InviteEntry
  number: number
  roles: readonly GivenRole[]
  change: (changed: Pick<InviteEntry, 'email' | 'role'>) => void
  remove: () => void
}

/** A person to invite. Once sent, the row is read-only. If it was refused, it says why and can be corrected. */
export function InviteRow({ row, number, roles, change, remove }: Given) {
  const { t } = useTranslation(['team', 'common'])
  const words = useResultWords()
  if (isInviteSent(row)) return <SentRow row={row} />
  const error = row.result
    ? words(row.result)
    : isEmailAddress(row.email)
      ? undefined
      : t('invite.notAddress')
  return (
    <Group component="li" gap="xs" align="flex-start" wrap="nowrap">
      <Group gap="xs" align="flex-start" flex={1}>
        <TextInput
          flex="1 1 var(--stagedoor-column)"
          aria-label={t('invite.email', { number })}
          value={row.email}
          {...(error && { error })}
          onChange={({ currentTarget }) => change({ email: currentTarget.value.trim(), role: row.role })}
        />
        <RoleSelect
          w="var(--stagedoor-choice)"
          aria-label={t('invite.roleOf', { email: row.email })}
          value={row.role}
          roles={roles}
          onChange={(role) => change({ email: row.email, role })}
        />
      </Group>
      <CloseButton size="lg" aria-label={t('invite.removeRow', { email: row.email })} onClick={remove} />
    </Group>
  )
}

function SentRow({ row }: { row: InviteEntry }) {
  const { t } = useTranslation(['team', 'common'])
  return (
    <Group component="li" gap="xs" wrap="nowrap">
      <IconCircleCheck aria-hidden className="stagedoor-done" />
      <Text size="sm" flex={1} truncate>
        {row.email}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`common:roles.${row.role}`)} · {t('invite.results.sent')}
      </Text>
    </Group>
  )
}

function useResultWords() {
  const { t } = useTranslation('team')
  return ({ status, retryAt }: InviteResult) => {
    if (status !== 'limit_reached') return t(`invite.results.${status}`)
    return retryAt
      ? t('invite.results.limit_reached', { when: formatRelativeTime(retryAt) })
      : t('invite.results.limit_reached_later')
  }
}
