import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { relative } from '../formats.ts'
import { useMay } from '../shell/account.ts'
import type { Member } from '../shell/roster.ts'
import { useAccessEnd } from './access-end.ts'
import type { Ask } from './dialogs.tsx'
import { MemberMenu } from './member-menu.tsx'
import { MemberName } from './member-name.tsx'
import { MemberRole } from './member-role.tsx'

/** The roster on a phone. */
export function MemberCards({ members, ask }: { members: Member[]; ask: Ask }) {
  const { t } = useTranslation('team')
  const manages = useMay()('team.manage')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('title')}>
      {members.map((member) => (
        <Stack component="li" key={member.id} gap="xs">
          <Group justify="space-between" wrap="nowrap">
            <MemberName member={member} />
            <MemberMenu member={member} ask={ask} />
          </Group>
          <Group justify="space-between" gap="xs">
            <MemberRole member={member} />
            {manages && <Details member={member} />}
          </Group>
        </Stack>
      ))}
    </Stack>
  )
}

function Details({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  const ends = useAccessEnd(member)
  const active = member.lastActiveAt ? relative(member.lastActiveAt) : t('active.never')
  return (
    <Stack gap={0} miw={0} w="100%">
      <Text size="xs" c="dimmed" truncate>
        {member.email}
      </Text>
      <Text size="xs" c="dimmed">
        {t('facts.active', { when: active })} ·{' '}
        {t(member.twoFactor ? 'facts.twoFactorOn' : 'facts.twoFactorOff')}
        {ends && ` · ${ends}`}
      </Text>
    </Stack>
  )
}
