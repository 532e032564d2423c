import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatRelativeTime } from '../i18n/formats.ts'
import { useMay } from '../session/account-context.ts'
import type { Member } from '../session/members-queries.ts'
import type { AskMemberAction } from './member-dialogs.tsx'
import { MemberMenu } from './member-menu.tsx'
import { MemberName } from './member-name.tsx'
import { MemberRole } from './member-role.tsx'
import { useAccessEndText } from './use-access-end-text.ts'

/** The members on narrow screens. */
export function MemberCards({ members, ask }: { members: Member[]; ask: AskMemberAction }) {
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
  const ends = useAccessEndText(member)
  const active = member.lastActiveAt ? formatRelativeTime(member.lastActiveAt) : t('active.never')
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
