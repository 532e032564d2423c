import { CloseButton, Group, Text, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { GivenRole } from '../../src/permissions.ts'
import { relative } from '../formats.ts'
import { isAddress, isSent, type Result, type Row } from './invite-rows.ts'
import { RoleSelect } from './role-select.tsx'

type Given = {
  row: Row
  number: number
  roles: readonly GivenRole[]
  change: (changed: Pick<Row, 'email' | 'role'>) => void
  remove: () => void
}

/** One person to invite. Sent, it is a line to read; refused, it says why and stays open for correction. */
export function InviteRow({ row, number, roles, change, remove }: Given) {
  const { t } = useTranslation(['team', 'common'])
  const words = useResultWords()
  if (isSent(row)) return <SentRow row={row} />
  const error = row.result ? words(row.result) : isAddress(row.email) ? undefined : t('invite.notAddress')
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

function SentRow({ row }: { row: Row }) {
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
  return ({ status, retryAt }: Result) => {
    if (status !== 'limit_reached') return t(`invite.results.${status}`)
    return retryAt
      ? t('invite.results.limit_reached', { when: relative(retryAt) })
      : t('invite.results.limit_reached_later')
  }
}
